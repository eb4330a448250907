// SPDX-License-Identifier: Apache-2.0
//
// What a problem as JSON may hold: a member that is misspelt, or a word where a list should be, is
// said instead of being passed over.

#pragma once

#include "base/json.hpp"
#include "base/result.hpp"

namespace sala::planner {

// Refuses: unknown-member, wrong-kind, unknown-wish, allowed-nowhere.
Allowed has_shape(const Json& problem);

}  // namespace sala::planner
