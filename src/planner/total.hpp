// SPDX-License-Identifier: Apache-2.0
//
// What a layer of the objective costs, counted in clauses, and its least value from below.

#pragma once

#include "planner/encoding.hpp"

#include <functional>

namespace sala::planner {

// out[j]: the costs sum up to j + 1 or more; what exceeds `most` is not told apart.
//
// The count is a tree over the chains in their order. Counts of who is busy are trees over the same
// order, so that an argument such as "all of these must be busy, but the desks are not enough" can
// be made node by node; without that the solver would have to try them one by one.
Literals total_of(Sat& sat, const std::vector<Chain>& chains, int most, Ways ways);

struct Watch {
    std::function<int()> found;      // the solver has a plan; answers the least cost known now
    std::function<void(int)> bound;  // no plan costs less
    std::function<int()> best;       // the least cost known now
    std::function<bool()> stop;
};

// A plan is known already, and `most` is not less than its cost.
// yes: bound and best have met. no: nothing fits at all. unknown: the solver was stopped.
// The bound stays in the solver as a fact, so that a later layer may be minimised as well.
Sat::Answer minimise(Sat& sat, const std::vector<Chain>& chains, int most, const Watch& watch);

}  // namespace sala::planner
