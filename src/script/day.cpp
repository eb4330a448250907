// SPDX-License-Identifier: Apache-2.0

#include "script/day.hpp"

#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sala::script {

static date::year_month_day civil(const Day& day)
{
    return date::year{day.year} / date::month{static_cast<unsigned>(day.month)} /
           date::day{static_cast<unsigned>(day.day)};
}

bool exists(const Day& day)
{
    return day.year >= 1 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
           day.day <= days_in_month(day.year, day.month);
}

int days_in_month(int year, int month)
{
    const auto last = date::year{year} / date::month{static_cast<unsigned>(month)} / date::last;
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

Result<Day> parse_iso_day(std::string_view text)
{
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                        std::count_if(text.begin(), text.end(), is_digit) == 8;
    if (!shaped)
        return invalid(
            {}, "not-a-day",
            "“{value}” is not a day. A day is written year-month-day, such as 2022-12-02.",
            {{"value", std::string(text)}});
    const auto number = [&](std::size_t from, std::size_t size) {
        int value = 0;
        std::from_chars(text.data() + from, text.data() + from + size, value);
        return value;
    };
    const Day day{number(0, 4), number(5, 2), number(8, 2)};
    if (!exists(day))
        return invalid({}, "no-such-day",
                       "The calendar has no {day}. Please look at the month and the day again.",
                       {{"day", std::string(text)}});
    return day;
}

std::string iso(const Day& day)
{
    return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

int weekday(const Day& day)
{
    return static_cast<int>(date::weekday{date::sys_days{civil(day)}}.iso_encoding());
}

Day plus_days(const Day& day, int days)
{
    const date::year_month_day moved{date::sys_days{civil(day)} + date::days{days}};
    return {static_cast<int>(moved.year()), static_cast<int>(static_cast<unsigned>(moved.month())),
            static_cast<int>(static_cast<unsigned>(moved.day()))};
}

int days_between(const Day& from, const Day& to)
{
    return static_cast<int>((date::sys_days{civil(to)} - date::sys_days{civil(from)}).count());
}

}  // namespace sala::script
