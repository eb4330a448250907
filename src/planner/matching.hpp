// SPDX-License-Identifier: Apache-2.0
//
// Meetings of one party need slots of their own.

#pragma once

#include "planner/slots.hpp"

#include <vector>

namespace sala::planner {

// Each of `starts` is where one meeting may be. Keeps a slot of a meeting only when some way of
// giving every meeting a slot of its own uses it (Regin 1994). False: there is no such way.
bool keep_matchable(std::vector<Slots>& starts);

}  // namespace sala::planner
