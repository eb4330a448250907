// SPDX-License-Identifier: Apache-2.0
//
// A print of badges: one new badge for each of these people.

#pragma once

#include "door/badge_store.hpp"
#include "web/desk.hpp"

#include <vector>

namespace sala::door {

// Whoever has a badge that stands has the new one instead: the old one opens nothing any more.
Id<Print> print_badges(web::Desk& desk, std::int64_t forum,
                       const std::vector<Id<Registration>>& people);

}  // namespace sala::door
