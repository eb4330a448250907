// SPDX-License-Identifier: Apache-2.0
//
// A first plan where more is wished for than there is room: as many meetings as can be found a
// place for, those that must be before those that would be liked.

#pragma once

#include "planner/grid.hpp"
#include "planner/random.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace sala::planner {

struct Held {
    Starts starts;
    std::vector<int> rooms;  // kind of room of each
};

// Every rule is kept but fairness, after so many tries or when nothing is left to wish for: all are
// held, none was moved, and nobody has a break.
Held hold_many(const Grid& grid, Random& random, std::int64_t tries,
               const std::function<bool()>& stop);

}  // namespace sala::planner
