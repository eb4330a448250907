// SPDX-License-Identifier: Apache-2.0
//
// Why there is no plan: a small set of wishes that cannot hold together.

#pragma once

#include "planner/wishes.hpp"

#include <functional>

namespace sala::planner {

// Leaves out wish after wish as long as what remains is still impossible. No wish of the answer can
// be left out, unless it took too long to find out.
std::vector<Wish> what_cannot_hold(const Problem& problem, const std::function<bool()>& stop);
// The same in words.
std::vector<Sentence> explain(const Problem& problem, const std::function<bool()>& stop);

}  // namespace sala::planner
