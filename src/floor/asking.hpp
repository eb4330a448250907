// SPDX-License-Identifier: Apache-2.0
//
// Whether a step may be taken on the floor as it is, and with what it left open filled in.

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

// As Floor::taken().
Result<Step> asked_of(const Floor& floor, const Rules& rules, bool by_chair, Step step);

}  // namespace sala::floor
