// SPDX-License-Identifier: Apache-2.0
//
// Who comes: whoever is approved, and whoever was and waits to be decided about again for a
// correction. They keep their place (Registered::holds_place), and with it their badge, their bed
// and their seat; until it is decided, what was approved is what doors, badges and lists show.

#pragma once

#include "registration/registration_store.hpp"

#include <vector>

namespace sala::registration {

// Those of the filter who keep a place, in its order, as they were approved. Two statements, or one
// when none of them waits to be decided about again.
std::vector<Registered> coming_at(store::Session& session, std::int64_t forum, Filter filter = {});

// What says who somebody is stands again as it was approved, or as the secretariat wrote it since;
// flights and beds stay. Whoever does not keep a place is left as they are. At most one statement.
void show_as_approved(store::Session& session, std::int64_t forum, std::vector<Registered>& people);
Registered as_approved(store::Session& session, Registered one);

}  // namespace sala::registration
