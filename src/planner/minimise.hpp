// SPDX-License-Identifier: Apache-2.0
//
// The least cost of one layer of the objective, found from below.

#pragma once

#include "planner/encoding.hpp"

#include <functional>

namespace sala::planner {

struct Watch {
    std::function<int()> found;     // the solver has a plan; answers the least cost known now
    std::function<int(int)> bound;  // no plan costs less; answers the best bound known now
    std::function<int()> best;      // the least cost known now
    std::function<bool()> stop;
    std::function<void()> turn;  // the search takes long: time to look for a plan another way
};

// A plan is known already.
// yes: bound and best have met. no: nothing fits at all. unknown: the solver was stopped.
// That the cost is least stays in the solver as facts, so that a later layer may be minimised too.
Sat::Answer minimise(Sat& sat, const std::vector<Chain>& chains, const Watch& watch);

}  // namespace sala::planner
