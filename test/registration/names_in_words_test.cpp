// SPDX-License-Identifier: Apache-2.0
//
// A name is taken out of what others wrote, and nothing else is.

#include "registration/places_of_names.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using sala::registration::file_without_names;
using sala::registration::Kept;
using sala::registration::places_of_names;
using sala::registration::Said;
using sala::registration::without_names;

TEST_CASE("a name goes wherever it stands by itself, whatever the case")
{
    CHECK(without_names("Ask Chai Deeprasert or CHAI DEEPRASERT.", {"Chai Deeprasert"}) ==
          "Ask […] or […].");
    CHECK(without_names("Machai Deeprasert, Chai Deeprasertkul", {"Chai Deeprasert"}) ==
          "Machai Deeprasert, Chai Deeprasertkul");
    CHECK(without_names("เรียนคุณชัย ดีประเสริฐที่เคารพ", {"ชัย ดีประเสริฐ"}) == "เรียนคุณ[…]ที่เคารพ");
    CHECK(without_names("chai@bangkok.example does not exist", {"chai@bangkok.example"}) ==
          "[…] does not exist");
    CHECK(without_names("nobody here", {"Chai Deeprasert"}) == "nobody here");
}

TEST_CASE(
    "a name of one word, which may be a word, goes from letters where it begins as a name does")
{
    CHECK(without_names("May", {"May"}) == "[…]");
    CHECK(without_names("We may meet, May.\n- May: approved\n- Ms May: refused\nMayor", {"May"}) ==
          "We may meet, […].\n- […]: approved\n- Ms […]: refused\nMayor");
    CHECK(without_names("Welcome, Suhartoqq. SUHARTOQQ?", {"Suhartoqq"}) == "Welcome, […]. […]?");
    CHECK(without_names("José and Joséphine", {"José"}) == "[…] and Joséphine");
}

TEST_CASE("a name of one word goes from what is said about people whatever its case, and from no "
          "name that is longer")
{
    CHECK(without_names("suhartoqq is misspelt", {"Suhartoqq"}, Said::of_people) ==
          "[…] is misspelt");
    CHECK(without_names("May", {"May"}, Said::a_name) == "[…]");
    CHECK(without_names("May Chan", {"May"}, Said::a_name) == "May Chan");
    const auto becomes = [](const std::string& particulars, const std::string& name) {
        const auto& all = places_of_names();
        const auto revision = std::find_if(all.begin(), all.end(), [](const auto& place) {
            return place.kept == Kept::particulars;
        });
        REQUIRE(revision != all.end());
        return without_names(*revision, particulars, {name});
    };
    CHECK(
        becomes(R"({"name_en":"May Chan","shares_with":"Bapak May","7":"Not with may"})", "May") ==
        R"({"name_en":"May Chan","shares_with":"Bapak […]","7":"Not with […]"})");
    CHECK(becomes(R"({"name_en":"Ama Osei","post_en":"Aide to AMA OSEI","email":"ama@x.example"})",
                  "Ama Osei") ==
          R"({"name_en":"Ama Osei","post_en":"Aide to […]","email":"ama@x.example"})");
    CHECK(becomes(R"({"post_en":"May","email":"may@x.example"})", "may@x.example") ==
          R"({"post_en":"May","email":"[…]"})");
}

TEST_CASE("a name goes in capitals, with accents written in one way or the other, and whatever the "
          "blanks")
{
    for (const auto* driver :
         {"Nguyễn Văn Đức", "NGUYỄN VĂN ĐỨC", "nguyễn văn đức",
          "Nguyê\u0303n Va\u0306n Đu\u031b\u0301c", "NGUYE\u0302\u0303N VA\u0306N ĐU\u031b\u0301C",
          "Nguyễn  Văn\u00a0Đức", "Nguyễn\nVăn \t Đức"}) {
        CAPTURE(driver);
        CHECK(without_names(std::string("Driver of ") + driver + ", ok", {"Nguyễn Văn Đức"}) ==
              "Driver of […], ok");
        CHECK(without_names(driver, {"Nguyễn Văn Đức"}) == "[…]");
        CHECK(without_names(std::string("Mit ") + driver, {driver}, Said::of_people) == "Mit […]");
    }
    CHECK(without_names("JOSÉ ÍÑIGUEZ and JOSÉ ÍÑIGUEZA", {"José Íñiguez"}) ==
          "[…] and JOSÉ ÍÑIGUEZA");
    CHECK(without_names("Élodie and ÉLODIE, but élodie", {"Élodie"}) == "[…] and […], but élodie");
    CHECK(without_names("Jose\u0301 is another than Jose", {"Jose"}) ==
          "Jose\u0301 is another than […]");
    CHECK(without_names("STRAUSS", {"Strauß"}) == "[…]");
    CHECK(without_names("คนขับของชัย  ดีประเสริฐ", {"ชัย ดีประเสริฐ"}) == "คนขับของ[…]");
    CHECK(without_names("คนขับของชัย ดีประเสริฐ", {"ชัย  ดีประเสริฐ"}) == "คนขับของ[…]");
    CHECK(without_names("ดำ น\u0e49\u0e4d\u0e32เงิน", {"น\u0e49\u0e33เงิน"}) == "ดำ […]");
    CHECK(without_names("ครับ\u200bชัย\u200bศรี", {"ชัยศรี"}) == "ครับ\u200b[…]");
}

TEST_CASE("what a file is called says nobody's name, however it is put together")
{
    for (const auto* file :
         {"Speech of Budi Santoso.pdf", "speech_of_budi_santoso.PDF", "BUDI-SANTOSO.pdf",
          "Budi.Santoso.v2.pdf", "SpeechOfBudiSantoso.pdf"}) {
        CAPTURE(file);
        CHECK(file_without_names(file, {"Budi Santoso"}) == "[…].pdf");
    }
    CHECK(file_without_names("rivers.docx", {"Budi Santoso", "May"}) == "rivers.docx");
    CHECK(file_without_names("mayor.docx", {"May"}) == "mayor.docx");
    CHECK(file_without_names("Speech.Budi Santoso", {"Budi Santoso"}) == "[…]");
}

TEST_CASE("texts in several languages, terms and answers lose a name in their words alone")
{
    const auto becomes = [](const std::string& table, const std::string& column,
                            const std::string& kept) {
        for (const auto& place : places_of_names())
            if (place.table == table && place.column == column)
                return without_names(place, kept, {"Ama Osei", "may"});
        return std::string("no such place");
    };
    CHECK(becomes("need", "text", R"({"en":{"verbatim":"Ask\nAMA OSEI"},"th":{"verbatim":"ก"}})") ==
          R"({"en":{"verbatim":"Ask\n[…]"},"th":{"verbatim":"ก"}})");
    CHECK(becomes("revision", "became",
                  R"({"key":"may","priority":1,"text":{"en":{"verbatim":"Ama Osei"}}})") ==
          R"({"key":"may","priority":1,"text":{"en":{"verbatim":"[…]"}}})");
    CHECK(becomes("revision", "became", "") == "");
    CHECK(becomes("terms_words", "items",
                  R"([{"number":1,"need":{"en":"Ama Osei, and more"},"who":"","last":"may"}])") ==
          R"([{"number":1,"need":{"en":"[…], and more"},"who":"","last":"may"}])");
    CHECK(becomes("inscription_words", "answers", R"({"may":"By Ama Osei"})") ==
          R"({"may":"By […]"})");
}

TEST_CASE("a name of one word goes wherever it stands in a script that puts nothing between words, "
          "unless it is short")
{
    CHECK(without_names("ยินดีต้อนรับคุณสุหารโตคิวครับ", {"สุหารโตคิว"}) == "ยินดีต้อนรับคุณ[…]ครับ");
    CHECK(without_names("เข้าใจดี", {"ใจ"}) == "เข้าใจดี");
    CHECK(without_names("ใจ ไม่มา", {"ใจ"}) == "[…] ไม่มา");
}
