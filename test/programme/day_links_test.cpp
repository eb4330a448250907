// SPDX-License-Identifier: Apache-2.0
//
// How somebody finds today in a programme of a week.

#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;

static const Sent the_public{.as = As::anyone};

TEST_CASE("a programme of several days begins with a link to each; one of a day with none")
{
    Stage stage;
    const std::string days = "<nav class=\"screen\" aria-label=\"Days\">";
    const auto two = stage.get("/lyon-2030/programme?by=time", the_public);
    CHECK(two.holds(
        days +
        "<ul class=\"links\"><li><a href=\"#day-1\">Monday <span class=\"nb\">6 May "
        "2030</span></a></li>"
        "<li><a href=\"#day-2\">Tuesday <span class=\"nb\">7 May 2030</span></a></li></ul></nav>"));
    CHECK(two.holds("<section class=\"after\" id=\"day-2\">"));
    CHECK_FALSE(stage.get("/lyon-2030/programme?by=topic", the_public).holds(days));

    auto files = lyon_files();
    files["days.csv"] = "key,date\nday-1,2030-05-06\n";
    files["sittings.csv"] = "key,day,kind,certainty,clock,title_en\n"
                            "walk,day-1,other,planned,unknown,Quiet walk\n";
    files.erase("interventions.csv");
    Stage short_one{Stage::Empty{}};
    REQUIRE(short_one.opens(files) == std::vector<std::string>{});
    const auto one = short_one.get("/lyon-2030/programme?by=time", the_public);
    CHECK(one.holds("Quiet walk"));
    CHECK_FALSE(one.holds(days));
}
