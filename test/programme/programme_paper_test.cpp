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
