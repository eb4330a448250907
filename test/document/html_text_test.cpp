// SPDX-License-Identifier: Apache-2.0
//
// The words of a text that holds HTML. Texts come from other people's files, so what never ends
// must still be read in one go: each of the long ones below took a minute when every opening was
// searched to the end of the file.

#include "document/html_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sala::document;

namespace {

std::string many(const std::string& piece, std::size_t count)
{
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += piece;
    return all;
}

}  // namespace

TEST_CASE("a million tags, comments or entities that never end are words, read in one go")
{
    const auto tags = many("<p", 1'000'000);
    CHECK_FALSE(holds_html(tags));
    CHECK(text_of_html(tags) == tags);

    const auto entities = many("&", 3'000'000);
    CHECK(text_of_html(entities) == entities);

    CHECK_FALSE(holds_html(many("<!--", 1'000'000)));
    CHECK(text_of_html("a" + many("<!--", 1'000'000)) == "a");
    CHECK_FALSE(holds_html(many("<q", 1'000'000) + ">"));
}

TEST_CASE("a tag in a comment or within another tag is none")
{
    CHECK_FALSE(holds_html("a <!-- <p> --> b"));
    CHECK(holds_html("a <!-- x --> <p> b"));
    CHECK_FALSE(holds_html("if a <q <p> c"));
    CHECK(holds_html("if a <q> <p> c"));
}

TEST_CASE("the name of an entity is at most nine signs long")
{
    CHECK(text_of_html("&eacute;&#233;&#xE9;&amp;") == "ééé&");
    CHECK(text_of_html("&#00000038; &#000000038;") == "& &#000000038;");
    CHECK(text_of_html("& ; &; &amp") == "& ; &; &amp");
}

TEST_CASE("the address of a link stands behind its words, unless no program would take it")
{
    const auto link = [](const std::string& address) {
        return text_of_html("<a href=\"" + address + "\">Hue</a>");
    };
    CHECK(link("https://example.org/a") == "Hue (https://example.org/a)");
    CHECK(link("https://example.org/" + std::string(2'000, 'a')) == "Hue");
    CHECK(link("javascript:alert(1)") == "Hue");
}
