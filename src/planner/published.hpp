// SPDX-License-Identifier: Apache-2.0
//
// A plan is made again because something has happened: most of what was published can stay.

#pragma once

#include "planner/encoding.hpp"

namespace sala::planner {

bool is_published(const Grid& grid);

// A plan in which as much as possible begins where the published one has it, given up meeting by
// meeting: good, not yet proved to be the best. No: there is no plan at all.
Sat::Answer stay(Sat& sat, const Encoding& encoding, const Grid& grid);

}  // namespace sala::planner
