// SPDX-License-Identifier: Apache-2.0
//
// A plan is made again because something has happened: most of what was published can stay.

#pragma once

#include "planner/encoding.hpp"

namespace sala::planner {

bool is_published(const Grid& grid);

// Where nothing else decides, a meeting begins where it was: so the plan that is found first is
// near the published one, and the bound of what has to move is soon met. Asking first which
// meetings can stay together, and giving up the others one by one, finds the same and takes longer.
void prefer_published(Sat& sat, const Encoding& encoding, const Grid& grid);

}  // namespace sala::planner
