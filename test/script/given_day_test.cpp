// SPDX-License-Identifier: Apache-2.0

#include "script/given_day.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::script;

TEST_CASE("a day in the Buddhist Era is refused with the day to write, in digits of any script")
{
    for (const auto* words : {"2509-05-24", "๒๕๐๙-๐๕-๒๔"}) {
        const auto day = given_day("born", words);
        REQUIRE_FALSE(day);
        CHECK(day.refusal().field == "born");
        CHECK(day.refusal().code == "buddhist-year");
        CHECK(day.refusal().sentence.english() ==
              "This looks like a Buddhist year. Write 1966-05-24.");
    }
    // BE 2568 has no 29 February, though the year 2568 of the Common Era will.
    CHECK(given_day("born", "2568-02-29").refusal().code == "no-such-day");
    CHECK(given_day("born", "24 May 1966").refusal().code == "not-a-day");
    for (const std::string words : {"24/5/2509", "๒๕๐๙/๕/๒๔", "2568-02-29", "2509-5-24"}) {
        CAPTURE(words);
        const auto said = given_day("born", words).refusal().sentence.english();
        CHECK(said.find(words) != std::string::npos);
    }
    CHECK(iso(*given_day("born", "๑๙๖๖-๐๕-๒๔")) == "1966-05-24");
}
