// SPDX-License-Identifier: Apache-2.0
//
// At which desk each planned meeting sits: where it sat before, wherever that can be. To the
// planner all desks are alike; to whoever knows theirs they are not.

#pragma once

#include "bilateral/timetable_problem.hpp"

namespace sala::bilateral {

// `was`: places as they were, those that weigh more first; they count where the slot is the same.
// When gaps are filled, nobody leaves a desk: a meeting that finds none is left out.
std::vector<Place> with_desks_kept(const Timetable& timetable, const std::vector<Place>& planned,
                                   const std::vector<Place>& was, Planned how);

}  // namespace sala::bilateral
