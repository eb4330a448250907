// SPDX-License-Identifier: Apache-2.0
//
// About when: how long speeches really take here, and so when each of those who wait will speak and
// when the list ends.

#pragma once

#include "floor/floor.hpp"

#include <map>

namespace sala::floor {

struct Pace {
    double stretch = 1;            // time spoken to time given; 1 until three have spoken
    milliseconds between{30'000};  // from the end of one speech to the beginning of the next
};
Pace pace_of(const Floor& floor);

// Estimates. Empty when the sitting is not open.
struct Outlook {
    std::map<std::int64_t, Instant> turns;  // entry in the list -> about when it speaks
    Instant list_ends;
};
Outlook outlook_of(const Floor& floor, Instant now);

}  // namespace sala::floor
