// SPDX-License-Identifier: Apache-2.0
//
// Dates are found in words as people write them, so that no line ends inside one.

#include "script/calendar.hpp"
#include "script/written_date.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace sala::script;

namespace {

std::vector<std::string> dates_in(const std::string& words)
{
    std::vector<std::string> dates;
    for (auto date = next_written_date(words, 0); date.begin != std::string::npos;
         date = next_written_date(words, date.end))
        dates.push_back(words.substr(date.begin, date.end - date.begin));
    return dates;
}

using Dates = std::vector<std::string>;

}  // namespace

TEST_CASE("a date is found with its range, its era and the ที่ before it")
{
    CHECK(dates_in("Friday 2 December 2022, 2–3 Dec 2022") ==
          Dates{"2 December 2022", "2–3 Dec 2022"});
    CHECK(dates_in("เมื่อวันที่ 26 – 28 สิงหาคม 2562 ณ") == Dates{"ที่ 26 – 28 สิงหาคม 2562"});
    CHECK(dates_in("วันศุกร์ที่ 2 ธันวาคม พ.ศ. 2565") == Dates{"ที่ 2 ธันวาคม พ.ศ. 2565"});
    CHECK(dates_in("๒๖ - ๒๘ ส.ค. ๒๕๖๒") == Dates{"๒๖ - ๒๘ ส.ค. ๒๕๖๒"});
    CHECK(dates_in("from 26 August to 2 September") == Dates{"26 August", "2 September"});
}

TEST_CASE("what only looks like a date is none")
{
    for (const auto* words : {"5 Mayors", "2022 December", "2022-12-02", "December 2022", "12:30",
                              "3 เมือง", "", "2", "2 "})
        CHECK(dates_in(words) == Dates{});
}

TEST_CASE("every day is found as it is rendered, in both languages and each length")
{
    for (int n = 0; n < 366; ++n)
        for (const auto form : {DateForm::full, DateForm::brief})
            for (const auto& style : {DateStyle::english(form), DateStyle::thai(form)}) {
                const auto words = render_day(plus_days({2024, 1, 1}, n), style);
                REQUIRE(dates_in("x " + words + " y") == Dates{words});
            }
}
