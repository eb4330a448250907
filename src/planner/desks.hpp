// SPDX-License-Identifier: Apache-2.0
//
// Which desk each meeting has, with few changes of desk for those who meet again and again.

#pragma once

#include "planner/grid.hpp"

namespace sala::planner {

// Desks are numbered through all rooms; -1 for a meeting that is not held. Whoever keeps the slot
// and the room of the published plan keeps the desk. Then, slot after slot, those who may stay
// where they were choose first: few changes, not the fewest.
std::vector<int> desks_for(const Grid& grid, const Starts& starts, const std::vector<int>& rooms);

int desk_changes(const Grid& grid, const Starts& starts, const std::vector<int>& desks);

}  // namespace sala::planner
