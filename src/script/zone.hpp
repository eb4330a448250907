// SPDX-License-Identifier: Apache-2.0
//
// Time zones: from a day and a clock on the wall of the host city to a moment, and back.
//
// Zones come from the machine's IANA database (Debian's tzdata, exact to 2037). Everything here
// may be called from several threads at once.

#pragma once

#include "base/instant.hpp"
#include "base/language.hpp"
#include "script/day.hpp"
#include "script/digits.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sala::script {

struct ZoneRules;  // the library's own, seen by zone.cpp only

class Zone {
public:
    // "Asia/Phnom_Penh". Refuses "no-such-zone".
    static Result<Zone> named(std::string_view iana_name);
    static Zone utc();

    const std::string& name() const { return name_; }
    const ZoneRules* rules() const { return rules_; }

    bool operator==(const Zone& other) const { return name_ == other.name_; }

private:
    Zone(std::string name, const ZoneRules* rules) : name_(std::move(name)), rules_(rules) {}

    std::string name_;
    const ZoneRules* rules_;  // lives as long as the program
};

// The names people choose from, sorted: "Africa/Abidjan" ... "UTC".
const std::vector<std::string>& zone_names();

// What a clock on the wall shows.
struct Clock {
    Day day;
    int hour = 0;    // 0 to 23
    int minute = 0;  // 0 to 59

    int minutes_since_midnight() const { return hour * 60 + minute; }
    auto operator<=>(const Clock&) const = default;
};

// When a clock is put back, an hour comes twice. RFC 5545, 3.3.5 takes the first.
enum class Twice { first, second };

// How often the wall shows this time: 1, or 0 in the hour that is skipped, or 2 in the one
// repeated.
int times_shown(const Day& day, int minutes_since_midnight, const Zone& zone);

// Minutes beyond 1439 belong to the next day, so a sitting may end at 25:30. At most 2879.
//
// Refuses "no-such-time" when the clock skips it, "no-such-day", and "not-a-time".
Result<Instant> instant_of(const Day& day, int minutes_since_midnight, const Zone& zone,
                           Twice which = Twice::first);

Clock clock(Instant at, const Zone& zone);

Day today_in(const Zone& zone, Instant now);

// How far the wall clock is ahead of UTC: 420 in Bangkok.
int offset_minutes(Instant at, const Zone& zone);

// "09:08", "09:08 น.", "๐๙:๐๘ น."
std::string render_clock(int hour, int minute, const Language& language,
                         Digits digits = Digits::arabic);

// Minutes since midnight from "9:08", "09.08 น.", "๐๙:๐๘", "24:00", "25:30" (up to 29:59, for
// nights that belong to the day before). Refuses "not-a-time".
Result<int> read_clock(std::string_view text);

}  // namespace sala::script
