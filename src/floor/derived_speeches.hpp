// SPDX-License-Identifier: Apache-2.0
//
// The list of speeches is derived from what was done on the floor: it can be worked out again, and
// what is stored must be the same.

#pragma once

#include "forum/forum.hpp"
#include "store/session.hpp"

#include <string>
#include <vector>

namespace sala::floor {

// Adds a sentence for every sitting whose speeches are not those of its acts. Fits store::Check.
void check_speeches(store::Session& session, std::vector<std::string>& wrong);

// Of the whole store, as after a restore. Fits store::Rebuild.
void rebuild_speeches(store::Session& session);
// Of sittings in which somebody has spoken and that have no speeches.
bool speeches_are_lacking(store::Session& session);
// Of one sitting, or of all of a forum when `sitting` is empty: after other rules.
void rebuild_speeches(store::Session& session, const std::string& slug, const std::string& sitting);

}  // namespace sala::floor
