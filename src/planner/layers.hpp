// SPDX-License-Identifier: Apache-2.0
//
// What a plan costs in each layer of the objective, counted without any clauses.

#pragma once

#include "planner/grid.hpp"

#include <string>

namespace sala::planner {

int cost_of(const Grid& grid, const Starts& starts, const std::string& layer);

}  // namespace sala::planner
