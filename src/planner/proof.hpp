// SPDX-License-Identifier: Apache-2.0
//
// Proofs that somebody else can check: the clauses go to FILE.cnf, the steps that refute them to
// FILE, as drat-trim and other checkers read them.

#pragma once

#include "planner/plan.hpp"
#include "planner/total.hpp"

#include <functional>

namespace sala::planner {

// Each answers whether the proof was finished; otherwise the files are not there.
bool prove_impossible(const Grid& grid, const std::string& file, std::function<bool()> stop);
// That no plan costs less in the first layer that costs anything, given those before it.
bool prove_no_better(const Grid& grid, const std::vector<Plan::Layer>& layers,
                     const std::string& file, std::function<bool()> stop);

}  // namespace sala::planner
