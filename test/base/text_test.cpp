// SPDX-License-Identifier: Apache-2.0

#include "base/json.hpp"
#include "base/sentence.hpp"
#include "base/text.hpp"
#include "base/text_view.hpp"

#include <doctest/doctest.h>

using namespace sala;

TEST_CASE("a text is read back from its own bytes, correction and all")
{
    Text theme;
    theme.set(Language::thai(), {"เมื่องที่พร้อมรับมือ", "เมืองที่พร้อมรับมือ"});
    theme.set(Language::english(), {"Resilient cities", ""});

    CHECK(
        theme.canonical_json() ==
        R"({"en":{"verbatim":"Resilient cities"},"th":{"corrected":"เมืองที่พร้อมรับมือ","verbatim":"เมื่องที่พร้อมรับมือ"}})");
    CHECK(Text::read(theme.canonical_json()) == theme);
    CHECK(theme.words(Language::thai()) == "เมืองที่พร้อมรับมือ");
}

TEST_CASE("a reader of a language that is missing is shown English, and told so")
{
    const Text title(Language::english(), "Opening");

    const auto shown = title.for_reader(Language::thai());

    REQUIRE(shown);
    CHECK(shown->language == Language::english());
    CHECK(shown->wording->shown() == "Opening");
    CHECK_FALSE(Text{}.for_reader(Language::thai()));
}

TEST_CASE("placeholders are filled by name, and unknown ones stay as they are")
{
    CHECK(tr("From {city} to {other}", {{"other", "Ha Noi"}, {"city", "{other}"}}).english() ==
          "From {other} to Ha Noi");
    CHECK(tr("{nobody} spoke").english() == "{nobody} spoke");
    CHECK(tr_count("{count} city", "{count} cities", 1).english() == "1 city");
    CHECK(tr_count("{count} city", "{count} cities", 3).english() == "3 cities");
}

TEST_CASE("JSON keeps its order and cannot close a script element")
{
    const auto json = Json::object({{"b", "</script>"}, {"a", Json::array({1, true, nullptr})}});

    CHECK(json.write() == R"({"b":"\u003c/script>","a":[1,true,null]})");
    CHECK(Json::read(json.write()) == json);
    CHECK_FALSE(Json::read("{\"a\":"));
}

TEST_CASE("a text reads back whatever its words hold, and what is no text is no text")
{
    for (const auto* words : {"plain", "two\nlines", "a \"quote\" and a \\", "<b>", "ก", "}{,:"}) {
        Text text(Language::english(), words);
        text.set(Language::thai(), {"ข", words});
        CHECK_MESSAGE(Text::read(text.canonical_json()) == text, words);
    }
    CHECK(Text::read("") == Text{});
    CHECK(Text::read("{}") == Text{});
    CHECK(Text::read(R"( { "en" : {"note":1, "verbatim":"a"} } )") ==
          Text(Language::english(), "a"));
    for (const auto* broken :
         {"{", "[]", R"({"en")", R"({"en":{"verbatim":"a"})", R"({"en":{"verbatim":"a"}}x)",
          R"({"en":{"verbatim":"a}})", R"({"!":{"verbatim":"a"}})"})
        CHECK_MESSAGE(!Text::read(broken), broken);
}

TEST_CASE("a text that is only looked at says the same as one that is kept")
{
    TextView view;
    for (const auto* words : {"plain", "two\nlines", "a \"quote\" and a \\", "<b>", "ก"}) {
        Text text(Language::thai(), words);
        text.set(*Language::named("km"), {"ខុស", words});
        const auto json = text.canonical_json();

        REQUIRE(view.read(json));
        REQUIRE(view.wordings().size() == 2);
        CHECK(view.wordings()[0].language == "km");
        CHECK(view.wordings()[0].verbatim == "ខុស");
        CHECK(view.wordings()[0].shown() == words);
        CHECK(view.for_reader(Language::thai())->shown() == words);
        CHECK(view.for_reader(Language::english()) == &view.wordings()[0]);
    }
    REQUIRE(view.read(""));
    CHECK(view.wordings().empty());
    CHECK(view.for_reader(Language::english()) == nullptr);
    CHECK_FALSE(view.read("no text"));
}
