// SPDX-License-Identifier: Apache-2.0
//
// Minutes on the floor: what a delegation has used of those it has altogether, and who waits with
// others than the rules give.

#pragma once

#include "floor/floor.hpp"

namespace sala::floor {

// What a delegation has spoken, and what it waits or asks for, in turns that count against its
// budget. Both in seconds.
struct Budget {
    std::int64_t spoken = 0;
    std::int64_t promised = 0;

    std::int64_t used() const { return spoken + promised; }
    // Of `whole` seconds; never below nothing.
    std::int64_t left_of(std::int64_t whole) const { return used() < whole ? whole - used() : 0; }
};
Budget budget_of(const Floor& floor, const Rules& rules, std::int64_t delegation);

// Those who wait in the list with other minutes than the rules give.
std::vector<std::int64_t> with_other_minutes(const Floor& floor, const Rules& rules);

}  // namespace sala::floor
