// SPDX-License-Identifier: Apache-2.0
//
// Local search on simple grids: a plan is a colouring of the meetings with slots, and its moves
// swap two slots along a chain of meetings that share parties, so nobody is ever in two places.

#pragma once

#include "planner/grid.hpp"
#include "planner/random.hpp"

#include <functional>

namespace sala::planner {

// Every meeting in a slot of its own choice with nobody twice and desks enough, or nothing when
// `steps` were not enough. Breaks are not looked at.
std::optional<Starts> first_plan(const Grid& grid, Random& random, std::int64_t steps);

struct Annealing {
    std::int64_t steps = 1'000'000;
    double warm = 6.0;  // six is what a break costs
    double cold = 0.6;
    int promising = 6;                       // of eight steps; the others go anywhere
    int enough = 0;                          // a plan with so few breaks needs no improvement
    std::function<double(double)> progress;  // of the time instead of the steps: 0 to 1
    std::function<bool(std::int64_t)> stop;  // asked now and then, with the steps done
};

// Fewer breaks, and nobody with more than fairness allows when that can be had.
// Answers whether the plan is fair.
bool anneal(const Grid& grid, Starts& starts, Random& random, const Annealing& how);

}  // namespace sala::planner
