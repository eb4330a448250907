// SPDX-License-Identifier: Apache-2.0
//
// A printed programme is whole: nobody follows a link on paper.

#include "report/bangkok.hpp"

using namespace sala;

TEST_CASE(
    "the timetable has every speaker of a long sitting, those that a screen leaves out as well")
{
    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(report::sample_files("phnom-penh-2022")) == std::vector<std::string>{});

    const auto page = stage.get("/phnom-penh-2022/programme", {.as = As::anyone}).body;

    const auto screen = page.find("/interventions/smaller-cities-siem-reap");
    const auto paper = page.find("<ol class=\"slots on-paper\">");
    const auto left_out = page.find("/interventions/smaller-cities-thai-province-8");
    const auto link = page.find("<p class=\"small screen\"><a href=\"/phnom-penh-2022/sittings/");
    REQUIRE(link != std::string::npos);
    CHECK(screen < paper);
    CHECK(paper < left_out);
    CHECK(left_out < link);
}

TEST_CASE("who has no time of their own is no place kept for: the name has the whole width")
{
    auto files = lyon_files();
    files["interventions.csv"] =
        "key,sitting,number,delegation,person,post,act,start,minutes,clock,certainty\n"
        "accra-speaks,statements,1,accra,ama-mensah,mayor-of-accra,statement,,,unknown,planned\n";
    Stage stage{Stage::Empty{}};
    for (const auto& problem : stage.opens(files))
        FAIL(problem);

    const auto page = stage.get("/lyon-2030/programme", {.as = As::anyone});

    CHECK(page.holds("<ol class=\"slots\"><li> <span><a href=\"/lyon-2030/interventions/accra"));
    CHECK_FALSE(page.holds("<span></span>"));
}
