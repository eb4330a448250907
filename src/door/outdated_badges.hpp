// SPDX-License-Identifier: Apache-2.0
//
// Badges that say of somebody what is no longer so: a renamed delegate, a guard who is press now.

#pragma once

#include "door/badge.hpp"
#include "store/session.hpp"

#include <map>

namespace sala::door {

using OutdatedBadges = std::map<Id<Badge>, Id<Registration>>;  // with whose they are

// Those that open doors for somebody who is approved, and show a name, a post or a category that
// has changed since they were printed; also when they were printed again while it waited to be
// decided about. Whoever waits for that now, or was revoked, is not among them. Four statements at
// most.
OutdatedBadges outdated_badges(store::Session& session, std::int64_t forum);

}  // namespace sala::door
