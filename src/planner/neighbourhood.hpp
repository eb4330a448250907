// SPDX-License-Identifier: Apache-2.0
//
// Improves a plan piece by piece: a few parties that meet each other are planned anew, exactly,
// while everybody else stays where they are.

#pragma once

#include "planner/grid.hpp"
#include "planner/random.hpp"

#include <functional>

namespace sala::planner {

struct Neighbourhoods {
    int parties = 20;  // planned anew together, to begin with
    int parties_max = 40;
    std::int64_t conflicts = 2'000;   // for each piece
    std::int64_t pieces = 1'000'000;  // so many at most
    int enough = 0;                   // with so few breaks it ends
    std::function<bool()> stop;
    std::function<void(int)> better;  // breaks now
    std::function<int()> bound;
};

void improve(const Grid& grid, Starts& starts, Random& random, const Neighbourhoods& how);

}  // namespace sala::planner
