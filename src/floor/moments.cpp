// SPDX-License-Identifier: Apache-2.0

#include "floor/moments.hpp"

#include "script/day.hpp"
#include "script/zone.hpp"

#include <fmt/format.h>

namespace sala::floor {

std::string written_moment(const std::string& zone, Instant at)
{
    const auto known = script::Zone::named(zone);
    if (!at || !known)
        return {};
    const auto clock = script::clock(at, *known);
    return fmt::format("{} {:02}:{:02}", script::iso(clock.day), clock.hour, clock.minute);
}

std::optional<Instant> read_moment(const std::string& zone, const std::string& words)
{
    const auto day = script::parse_iso_day(words.substr(0, 10));
    const auto minutes = script::read_clock(words.size() > 11 ? words.substr(11) : std::string{});
    const auto known = script::Zone::named(zone);
    if (!day || !minutes || !known)
        return std::nullopt;
    const auto at = script::instant_of(*day, *minutes, *known);
    return at ? std::optional(*at) : std::nullopt;
}

}  // namespace sala::floor
