// SPDX-License-Identifier: Apache-2.0
//
// Who wants to hold more meetings than there is room for, seen without search: one party with more
// meetings than slots, a circle of parties that meet each other more often than they can sit down
// in pairs, everybody for want of desks. A solver would need a pigeonhole argument for each.

#pragma once

#include "planner/grid.hpp"

#include <vector>

namespace sala::planner {

struct Crowd {
    std::vector<int> meetings;
    int most;  // so many of them can be held, and fewer than there are

    int over() const { return static_cast<int>(meetings.size()) - most; }
};

// An odd circle that is too dense is found where it remains when those who meet least are left out
// one after the other; others may be missed.
std::vector<Crowd> crowds_of(const Grid& grid);

// Numbers of crowds that share no meeting, so that what each leaves out may be added up.
std::vector<std::size_t> apart(const std::vector<Crowd>& crowds, std::size_t meetings);

}  // namespace sala::planner
