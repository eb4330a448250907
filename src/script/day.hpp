// SPDX-License-Identifier: Apache-2.0
//
// One day of the Gregorian calendar. Days are always kept in the Common Era; the Buddhist Era is
// only a way of writing them (date_style.hpp).

#pragma once

#include "base/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace sala::script {

// The Buddhist Era runs this many years ahead of the Common Era.
inline constexpr int buddhist_years_ahead = 543;

struct Day {
    int year = 1970;  // 1 to 9999, Common Era
    int month = 1;    // 1 to 12
    int day = 1;      // 1 to 31

    auto operator<=>(const Day&) const = default;
};

// Whether the calendar has this day: 29 February only in leap years.
bool exists(const Day& day);

int days_in_month(int year, int month);

// "2022-12-02" and nothing else. Refuses with "not-a-day" (form) or "no-such-day" (30 February).
Result<Day> parse_iso_day(std::string_view text);

std::string iso(const Day& day);

// 1 is Monday, 7 is Sunday, as in ISO 8601.
int weekday(const Day& day);

Day plus_days(const Day& day, int days);

// How many days `to` is after `from`; negative when it is before.
int days_between(const Day& from, const Day& to);

}  // namespace sala::script
