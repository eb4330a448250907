// SPDX-License-Identifier: Apache-2.0

#include "document/wall_clock.hpp"

#include <charconv>
#include <date/tz.h>
#include <fmt/core.h>
#include <stdexcept>

namespace sala::document {

using Milliseconds = std::chrono::milliseconds;
using LocalMinutes = date::local_time<std::chrono::minutes>;

static const date::time_zone* zone_named(std::string_view name)
{
    try {
        return date::locate_zone(std::string(name));
    } catch (const std::runtime_error&) {
        return nullptr;  // the library's way of saying that it knows no such zone
    }
}

static date::sys_time<Milliseconds> on_clock(Instant at)
{
    return date::sys_time<Milliseconds>{Milliseconds{at.milliseconds()}};
}

std::optional<int> zone_offset_minutes(std::string_view zone, Instant at)
{
    const auto* found = zone_named(zone);
    if (!found)
        return std::nullopt;
    return static_cast<int>(found->get_info(on_clock(at)).offset.count() / 60);
}

static std::optional<int> number_in(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size() && number >= 0;
    return whole && !text.starts_with('-') ? std::optional(number) : std::nullopt;
}

static std::optional<date::year_month_day> day_in(std::string_view text)
{
    if (text.size() < 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = number_in(text.substr(0, 4));
    const auto month = number_in(text.substr(5, 2));
    const auto day = number_in(text.substr(8, 2));
    if (!year || !month || !day)
        return std::nullopt;
    const auto found =
        date::year{*year} / date::month{unsigned(*month)} / date::day{unsigned(*day)};
    return found.ok() ? std::optional(found) : std::nullopt;
}

std::optional<Instant> moment_in_zone(std::string_view zone, std::string_view iso, int minutes)
{
    const auto* found = zone_named(zone);
    const auto day = day_in(iso);
    if (!found || !day)
        return std::nullopt;
    const auto local = LocalMinutes{date::local_days{*day}} + std::chrono::minutes{minutes};
    const auto moment = found->to_sys(local, date::choose::earliest);
    return Instant{date::floor<Milliseconds>(moment.time_since_epoch()).count()};
}

static date::sys_time<Milliseconds> shown(Instant at, int offset_minutes)
{
    return on_clock(at) + std::chrono::minutes{offset_minutes};
}

std::string iso_date(Instant at, int offset_minutes)
{
    return date::format("%F", date::floor<date::days>(shown(at, offset_minutes)));
}

std::string iso_clock(Instant at, int offset_minutes)
{
    return date::format("%R", date::floor<std::chrono::minutes>(shown(at, offset_minutes)));
}

std::string iso_date_time(Instant at, int offset_minutes)
{
    const auto seconds = date::floor<std::chrono::seconds>(shown(at, offset_minutes));
    const auto clock = date::format("%FT%T", seconds);
    if (offset_minutes == 0)
        return clock + "Z";
    const int distance = offset_minutes < 0 ? -offset_minutes : offset_minutes;
    return fmt::format("{}{}{:02}:{:02}", clock, offset_minutes < 0 ? '-' : '+', distance / 60,
                       distance % 60);
}

std::optional<std::string> date_in(std::string_view text)
{
    const auto day = day_in(text);
    return day ? std::optional(std::string(text.substr(0, 10))) : std::nullopt;
}

std::string day_after(std::string_view iso)
{
    const auto day = day_in(iso);
    return day ? date::format("%F", date::sys_days{*day} + date::days{1}) : std::string(iso);
}

std::optional<int> minutes_in(std::string_view text, int hours_max)
{
    const auto colon = text.find(':');
    if (colon == text.npos || colon == 0 || colon > 2 || text.size() < colon + 3)
        return std::nullopt;
    const auto hours = number_in(text.substr(0, colon));
    const auto minutes = number_in(text.substr(colon + 1, 2));
    const auto rest = text.substr(colon + 3);
    const bool seconds = rest.empty() || (rest.size() >= 2 && rest[0] == ':');
    if (!hours || !minutes || *hours > hours_max || *minutes > 59 || !seconds)
        return std::nullopt;
    return *hours * 60 + *minutes;
}

std::optional<Instant> moment_in(std::string_view text)
{
    const auto day = day_in(text);
    if (!day || text.size() < 17 || (text[10] != 'T' && text[10] != ' '))
        return std::nullopt;
    const auto zone = text.find_first_of("Z+-", 16);
    const auto minutes = minutes_in(text.substr(11, 5), 23);
    if (zone == text.npos || !minutes)
        return std::nullopt;
    int offset = 0;
    if (text[zone] != 'Z') {
        const auto apart = minutes_in(text.substr(zone + 1), 14);
        if (!apart)
            return std::nullopt;
        offset = text[zone] == '-' ? -*apart : *apart;
    }
    int seconds = 0;
    if (text[16] == ':' && zone >= 19)
        seconds = number_in(text.substr(17, 2)).value_or(0);
    const auto moment = date::sys_days{*day} + std::chrono::minutes{*minutes - offset} +
                        std::chrono::seconds{seconds};
    return Instant{Milliseconds{moment.time_since_epoch()}.count()};
}

}  // namespace sala::document
