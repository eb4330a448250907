// SPDX-License-Identifier: Apache-2.0
//
// Between an Instant and what files write: ISO 8601 dates, clock times and UTC offsets.

#pragma once

#include "base/instant.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sala::document {

// Minutes east of UTC in an IANA zone at that moment; nothing when the zone is unknown.
std::optional<int> zone_offset_minutes(std::string_view zone, Instant at);

// The moment when clocks in that zone show `minutes` after midnight of an ISO date. Where clocks
// are put back the earlier of two, where they are put forward the moment of the change.
std::optional<Instant> moment_in_zone(std::string_view zone, std::string_view date, int minutes);

std::string iso_date(Instant at, int offset_minutes);       // 2022-08-26
std::string iso_clock(Instant at, int offset_minutes);      // 09:30
std::string iso_date_time(Instant at, int offset_minutes);  // 2022-08-26T09:30:00+07:00, or Z

// Dates as "2022-08-26", anything behind them is not looked at; nothing when there is no such day.
std::optional<std::string> date_in(std::string_view text);
std::string day_after(std::string_view iso_date);

// "9:30", "09:30" or "09:30:00" as minutes; `hours_max` 23 for clocks, 99 for durations.
std::optional<int> minutes_in(std::string_view text, int hours_max);

// "2022-08-26T09:30:00+07:00" or Z; nothing without an offset.
std::optional<Instant> moment_in(std::string_view text);

}  // namespace sala::document
