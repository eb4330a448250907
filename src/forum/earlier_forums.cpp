// SPDX-License-Identifier: Apache-2.0

#include "forum/earlier_forums.hpp"

#include "script/calendar.hpp"

#include <map>
#include <optional>

namespace sala::forum {

// As far as it is known: the first of its days, or the day with which its date begins. “2030” is a
// year: its days say better when it began.
static std::optional<script::Day> first_day_of(const std::string& date,
                                               const std::string& oldest_day)
{
    const auto day = script::parse_iso_day(oldest_day);
    const auto said = script::PartialDate::read(date);
    if (!said)
        return day ? std::optional(*day) : std::nullopt;
    if (!day)
        return said->first_day();
    return said->start().has_day() ? std::min(*day, said->first_day()) : *day;
}

std::string earlier_forums(store::Session& session, std::int64_t forum)
{
    std::map<std::int64_t, script::Day> first_days;
    for (const auto& [number, date, oldest_day] :
         session.select<std::int64_t, std::string, std::optional<std::string>>(
             "SELECT f.id, f.date, (SELECT MIN(d.date) FROM day d WHERE d.forum = f.id AND "
             "LENGTH(d.date) = 10) FROM forum f"))
        if (const auto first = first_day_of(date, oldest_day.value_or("")))
            first_days.emplace(number, *first);
    std::string earlier = "(0";
    if (const auto this_one = first_days.find(forum); this_one != first_days.end())
        for (const auto& [number, first] : first_days)
            if (first < this_one->second)
                earlier += "," + std::to_string(number);
    return earlier + ")";
}

}  // namespace sala::forum
