// SPDX-License-Identifier: Apache-2.0
//
// The rolling list: whoever inscribes stands in the speakers' list at once, and leaves it with the
// inscription.

#pragma once

#include "floor/hall.hpp"

namespace sala::floor {

// A delegation comes into the list when its inscription is new there, or leaves it; what the chair
// has placed by hand is left as it is. Whoever left the list since does not come back because a
// text is saved. Refuses what the floor refuses.
Allowed follow_inscription(web::Desk& desk, Hall& hall, const Inscription& one, bool is_new);

}  // namespace sala::floor
