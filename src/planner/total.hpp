// SPDX-License-Identifier: Apache-2.0
//
// What a layer of the objective costs, counted in clauses.

#pragma once

#include "planner/encoding.hpp"

namespace sala::planner {

// out[j]: the costs sum up to j + 1 or more; what exceeds `most` is not told apart.
//
// The count is a tree over the chains in their order. Counts of who is busy are trees over the same
// order, so that an argument such as "all of these must be busy, but the desks are not enough" can
// be made node by node; without that the solver would have to try them one by one.
Literals total_of(Sat& sat, const std::vector<Chain>& chains, int most, Ways ways);

}  // namespace sala::planner
