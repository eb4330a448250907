// SPDX-License-Identifier: Apache-2.0
//
// The forms that travel inside the program, and what is said of a form that cannot be read.

#include "report/report_template.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::report;

static std::vector<std::string> headings(const char* name, const Language& language)
{
    std::vector<std::string> words;
    for (const auto& heading : (*find_template(name))->headings)
        words.push_back(heading.words.at(language));
    return words;
}

TEST_CASE("the Thai form has the six headings of the report of 2019, word for word")
{
    CHECK(headings("bma-thai", Language::thai()) ==
          std::vector<std::string>{"ชื่อการประชุม/หัวข้อการหารือ", "สถานที่", "วันที่", "สรุปเนื้อหา",
                                   "การดำเนินงานต่อเนื่อง", "ผู้รายงาน"});
    CHECK(headings("bma-thai", Language::english()) ==
          std::vector<std::string>{"Name of meeting / topic of discussion", "Place", "Date",
                                   "Summary of content", "Continuing action", "Reporter"});
}

TEST_CASE("the English form has four headings and merges place and date")
{
    CHECK(
        headings("bma-english", Language::english()) ==
        std::vector<std::string>{"Mission Group", "Discussion Topic", "Location/Date", "Summary"});
    CHECK((*find_template("bma-english"))->headings[2].fill == Fill::place_and_date);
    CHECK((*find_template("bma-english"))->number(1).empty());
    CHECK((*find_template("bma-english"))->language_for(Language::thai()) == Language::english());
}

TEST_CASE("every action code has its closing formula in Thai")
{
    const auto& closing = (*find_template("bma-thai"))->words.at(Language::thai()).closing;
    CHECK(closing.at("information") == "จึงนำเรียนผู้ว่าราชการกรุงเทพมหานครเพื่อโปรดทราบ");
    CHECK(closing.at("consideration").ends_with("เพื่อโปรดพิจารณา"));
    CHECK(closing.at("approval").ends_with("เพื่อโปรดอนุมัติ"));
    CHECK(closing.at("orders").ends_with("เพื่อโปรดสั่งการ"));
}

static const std::string small = R"(title_en = "Small"
languages = ["en"]
numbering = "thai"
[[headings]]
fill = "words"
en = "What was said"
[en]
title = "{meeting}"
meeting = "{meeting}"
place = "{venue}"
era = "common"
digits = "arabic"
range_dash = "close"
)";

static std::string without(std::string text, const std::string& line)
{
    const auto at = text.find(line);
    REQUIRE(at != std::string::npos);
    return text.replace(at, line.size(), "");
}

static std::string sentence(const std::string& toml)
{
    const auto read = read_template("mine", toml);
    REQUIRE(!read);
    CHECK(read.refusal().code == "bad-template");
    return read.refusal().sentence.english();
}

TEST_CASE("a form is a file: another office's is read without code")
{
    const auto form = read_template("mine", small);
    REQUIRE(form);
    CHECK(form->number(1) == "๑.");
    CHECK(form->closing_after == 0);
    CHECK(form->headings.size() == 1);
}

TEST_CASE("a form that cannot be read is refused with its name and what is missing")
{
    CHECK(sentence(without(small, "era = \"common\"\n")) ==
          "The form “mine” cannot be read: “era” is missing in [en].");
    CHECK(sentence(without(small, "en = \"What was said\"\n")) ==
          "The form “mine” cannot be read: “en” is missing in heading 1.");
    CHECK(sentence(without(small, "numbering = \"thai\"\n") + "[x\n").find("line 13") !=
          std::string::npos);
    CHECK(sentence("title_en = \"x\"\nlanguages = [\"en\"]\nnumbering = \"roman\"\n") ==
          "The form “mine” cannot be read: “numbering” in the file is “roman”, but must be one of "
          "none, arabic, thai.");
    CHECK(sentence("") == "The form “mine” cannot be read: “title_en” is missing at the top.");
}
