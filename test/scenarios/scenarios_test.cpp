// SPDX-License-Identifier: Apache-2.0
//
// Every scenario of this folder is a case (cmake writes generated/scenarios.cpp), and the teller of
// scenarios is tested as well: it must not take a false line, or no line, for a true one.

#include "scenarios/tell.hpp"
#include "scenarios/world.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace sala::scenarios {

namespace {

std::string text_of(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

// The lines of README.md that are indented.
std::vector<std::string> vocabulary_in_readme()
{
    std::istringstream text(text_of(SALA_SOURCE "/test/scenarios/README.md"));
    std::vector<std::string> patterns;
    for (std::string line; std::getline(text, line);)
        if (line.starts_with("    "))
            patterns.emplace_back(trimmed(line));
    return patterns;
}

// "true", or the number of the line and what is wrong with it.
std::string told(const std::string& text)
{
    const auto wrong = tell(text);
    return wrong ? std::to_string(wrong->line) + ": " + wrong->sentence : "true";
}

}  // namespace

// `path` must stay: doctest looks at it when the case is over.
void is_true(const char* path)
{
    const auto wrong = tell(text_of(path));
    CHECK(true);
    if (wrong)
        ADD_FAIL_AT(path, wrong->line, wrong->sentence);
}

TEST_CASE("a line that nobody taught the teller is an error, with its number")
{
    const std::string unknown = ": This line is not in the vocabulary; README.md lists it.";
    CHECK(told("# A title\n\nthe folder is imported -> kept\nthe moon is opened -> kept\n") ==
          "4" + unknown);
    CHECK(told("# A title\nthe folder is imported\n") == "2" + unknown);
    CHECK(told("# A title\nnobody is told to look again -> kept\n") == "2" + unknown);
    CHECK(told("# A title\nOfficer A attaches rooms.csv\n") == "2" + unknown);
    CHECK(told("# A title\nOfficer C opens / -> shown\n") ==
          "2: Nobody here is called “Officer C”.");
}

TEST_CASE("a scenario that expects nothing fails, and so does one without a title")
{
    const std::string nothing = "1: Nothing is expected in this scenario, so it cannot fail.";
    CHECK(told("# A title\n") == nothing);
    CHECK(told("# A title\n15 minutes pass\na sign-in link is made\n") == nothing);
    CHECK(told("nobody is told to look again\n") ==
          "1: A scenario begins with # and a sentence that is true when it passes.");
    CHECK(told("# A title\nnobody is told to look again\n") == "true");
}

TEST_CASE("an expectation that is not met says both what stands there and what is")
{
    CHECK(
        told("# A title\n\nthe folder is imported -> problems:\n    rooms, row 2: no-such-row\n") ==
        "3: Here stands “problems: rooms, row 2: no-such-row”, and it is “kept”.");
    CHECK(told("# A title\nthe folder is imported -> kept\nthe sheet rooms holds:\n    tilia\n") ==
          "3: Here stands “tilia”, and it is “tilia; acer”.");
    CHECK(told("# A title\na visitor opens /lyon-2030 -> shown\n") ==
          "2: Here stands “shown”, and it is “404 no-such-forum”.");
}

TEST_CASE("indented lines stand beneath a line that ends with a colon, and nowhere else")
{
    const std::string beneath =
        ": Lines are indented beneath a line that ends with a colon, and only there.";
    CHECK(told("    tilia\n") == "1: This line is indented, and there is no step above it.");
    CHECK(told("# A title\nthe sheet rooms holds:\nnobody is told to look again\n") ==
          "2" + beneath);
    CHECK(told("# A title\nnobody is told to look again\n    tilia\n") == "2" + beneath);
}

TEST_CASE("a field or a button that is not on the page is an error")
{
    const std::string before = "# A title\nthe folder is imported -> kept\n"
                               "Officer A opens the row rooms/tilia -> shown\n";
    const std::string save = "Officer A presses \"Save\" -> saved\n";
    CHECK(told(before + save) == "true");
    CHECK(told(before + "Officer A changes colour to \"red\"\n" + save) ==
          "4: There is no field “colour” in this form.");
    CHECK(told(before + "Officer A changes venue to \"palace\"\n" + save) ==
          "4: “venue” offers: , hall.");
    CHECK(told(before + "Officer A ticks venue\n" + save) == "4: “venue” cannot be ticked.");
    CHECK(told(before + "Officer A presses \"Burn\" -> saved\n") ==
          "4: There are 0 such buttons. The page has: “Save” in /lyon-2030/sheets/rooms/tilia.");
}

TEST_CASE("what a page says is between its tags, and hidden fields are not seen")
{
    const auto page = read_page(
        "<html lang=\"th\"><head><title>No</title></head><body><p>Two&amp;two\n words</p>"
        "<form method=\"post\" action=\"/a\"><input type=\"hidden\" name=\"v\" value=\"3\">"
        "<input type=\"checkbox\" name=\"v\" value=\"yes\"><textarea name=\"t\">\n&lt;b</textarea>"
        "<select name=\"s\"><option value=\"1\">One</option><option value=\"2\" selected>Two"
        "</option></select><button name=\"what\" value=\"go\">Go</button></form></body></html>");
    CHECK(page.language == "th");
    CHECK(page.words == "Two&two words <b One Two Go");
    REQUIRE(page.forms.size() == 1);
    auto form = page.forms.front();
    CHECK(form.action == "/a");
    CHECK(form.field("v")->type == "checkbox");
    CHECK_FALSE(form.field("v")->ticked);
    CHECK(form.field("t")->value == "<b");
    CHECK(form.field("s")->value == "2");
    CHECK(form.buttons.front().label == "Go");
    CHECK(form.field("other") == nullptr);
}

TEST_CASE("the vocabulary in README.md is the one the teller has")
{
    auto told = vocabulary_in_readme();
    std::vector<std::string> known;
    for (const auto pattern : vocabulary())
        known.emplace_back(pattern);
    std::ranges::sort(told);
    std::ranges::sort(known);
    CHECK(joined(told, "\n") == joined(known, "\n"));
}

}  // namespace sala::scenarios
