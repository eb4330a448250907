// SPDX-License-Identifier: Apache-2.0

#include "script/zone.hpp"

#include "script/normal.hpp"

#include <date/tz.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace sala::script {

// Keeps the library's header, and the name `date`, out of everybody else's files.
static const date::time_zone& rules_of(const Zone& zone)
{
    return *reinterpret_cast<const date::time_zone*>(zone.rules());
}

// The database also has posix/ and right/ copies, and bare names such as "EST" that are kept for
// old programs only.
static bool is_for_people(std::string_view name)
{
    static constexpr std::array<std::string_view, 10> areas{
        "Africa/",   "America/",   "Antarctica/", "Arctic/", "Asia/",
        "Atlantic/", "Australia/", "Europe/",     "Indian/", "Pacific/"};
    return name == "UTC" || std::any_of(areas.begin(), areas.end(), [&](std::string_view area) {
               return name.starts_with(area);
           });
}

static const date::tzdb& database()
{
    try {
        return date::get_tzdb();
    } catch (const std::exception& problem) {
        throw Fault(std::string("The time zone database (tzdata) cannot be read: ") +
                    problem.what());
    }
}

static const ZoneRules* find(std::string_view name)
{
    for (const auto& zone : database().zones)
        if (zone.name() == name)
            return reinterpret_cast<const ZoneRules*>(&zone);
    return nullptr;
}

Result<Zone> Zone::named(std::string_view iana_name)
{
    const auto* rules = is_for_people(iana_name) ? find(iana_name) : nullptr;
    if (!rules)
        return invalid({}, "no-such-zone",
                       "There is no time zone called “{zone}”. Write region and city, such as "
                       "Asia/Phnom_Penh.",
                       {{"zone", std::string(iana_name)}});
    return Zone{std::string(iana_name), rules};
}

Zone Zone::utc()
{
    const auto* rules = find("UTC");
    if (!rules)
        throw Fault("The time zone database (tzdata) has no UTC.");
    return Zone{"UTC", rules};
}

const std::vector<std::string>& zone_names()
{
    static const auto names = [] {
        std::vector<std::string> found;
        for (const auto& zone : database().zones)
            if (is_for_people(zone.name()))
                found.push_back(zone.name());
        std::sort(found.begin(), found.end());
        return found;
    }();
    return names;
}

static date::local_info shown_at(const Day& day, int minutes, const Zone& zone,
                                 date::local_seconds& local)
{
    local = date::local_days{date::year{day.year} / day.month / day.day} +
            std::chrono::minutes{minutes};
    return rules_of(zone).get_info(local);
}

int times_shown(const Day& day, int minutes_since_midnight, const Zone& zone)
{
    date::local_seconds local;
    switch (shown_at(day, minutes_since_midnight, zone, local).result) {
    case date::local_info::nonexistent:
        return 0;
    case date::local_info::ambiguous:
        return 2;
    default:
        return 1;
    }
}

Result<Instant> instant_of(const Day& day, int minutes_since_midnight, const Zone& zone,
                           Twice which)
{
    const auto minutes = minutes_since_midnight;
    if (!exists(day))
        return invalid({}, "no-such-day",
                       "The calendar has no {day}. Please look at the month and the day again.",
                       {{"day", iso(day)}});
    if (minutes < 0 || minutes >= 2 * 24 * 60)
        return invalid({}, "not-a-time", "A time is between 00:00 and 47:59 of its day.");
    date::local_seconds local;
    const auto info = shown_at(day, minutes, zone, local);
    if (info.result == date::local_info::nonexistent)
        return invalid({}, "no-such-time",
                       "On {day} clocks in {zone} are put forward and never show {time}. "
                       "Choose a time before or after that hour.",
                       {{"day", iso(plus_days(day, minutes / 1440))},
                        {"zone", zone.name()},
                        {"time", fmt::format("{:02}:{:02}", minutes / 60 % 24, minutes % 60)}});
    const bool second = info.result == date::local_info::ambiguous && which == Twice::second;
    const auto offset = second ? info.second.offset : info.first.offset;
    const std::chrono::milliseconds since = local.time_since_epoch() - offset;
    return Instant{since.count()};
}

static date::sys_seconds seconds_of(Instant at)
{
    return date::floor<std::chrono::seconds>(
        date::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{at.milliseconds()}});
}

Clock clock(Instant at, const Zone& zone)
{
    const auto utc = seconds_of(at);
    const auto local = utc + rules_of(zone).get_info(utc).offset;
    const auto midnight = date::floor<date::days>(local);
    const date::year_month_day day{midnight};
    const auto minutes = static_cast<int>(
        std::chrono::duration_cast<std::chrono::minutes>(local - midnight).count());
    return {{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
             static_cast<int>(static_cast<unsigned>(day.day()))},
            minutes / 60,
            minutes % 60};
}

Day today_in(const Zone& zone, Instant now) { return clock(now, zone).day; }

int offset_minutes(Instant at, const Zone& zone)
{
    const auto offset = rules_of(zone).get_info(seconds_of(at)).offset;
    return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(offset).count());
}

std::string render_clock(int hour, int minute, const Language& language, Digits digits)
{
    auto shown = fmt::format("{:02}:{:02}", hour, minute);
    if (language.is_thai())
        shown += " น.";
    return digits == Digits::thai ? to_thai_digits(shown) : shown;
}

Result<int> read_clock(std::string_view text)
{
    auto plain = searchable(text);
    for (const std::string_view suffix : {"น.", "น"})
        if (plain.ends_with(suffix)) {
            plain.erase(plain.size() - suffix.size());
            break;
        }
    while (plain.ends_with(' '))
        plain.pop_back();
    const auto mark = plain.find_first_of(":.");
    const auto number = [&](std::size_t from, std::size_t size) {
        int value = -1;
        const auto* end = plain.data() + from + size;
        const auto read = std::from_chars(plain.data() + from, end, value);
        return read.ptr == end ? value : -1;
    };
    int hour = -1;
    int minute = -1;
    if (mark != std::string::npos && mark >= 1 && mark <= 2 && plain.size() == mark + 3) {
        hour = number(0, mark);
        minute = number(mark + 1, 2);
    }
    if (hour < 0 || hour > 29 || minute < 0 || minute > 59)
        return invalid({}, "not-a-time",
                       "“{text}” is not a time. Write hours and minutes, such as 09:30.",
                       {{"text", std::string(text)}});
    return hour * 60 + minute;
}

}  // namespace sala::script
