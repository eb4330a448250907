// SPDX-License-Identifier: Apache-2.0
//
// How each registration is now, where it stands in lists, and how its names sound: worked out from
// what people did and entered, and kept, so that a list of thousands is read in the order of an
// index. Whatever changes one of these calls it, in the same transaction.

#pragma once

#include "registration/particulars.hpp"
#include "registration/registration.hpp"
#include "store/session.hpp"

#include <string>
#include <vector>

namespace sala::registration {

// SQL, of a row v of registration_revision: with it the delegation asked for another category. What
// was entered is JSON, whose members begin behind a brace or a comma.
inline constexpr char asks_for_category[] =
    "v.on_behalf = 0 AND (v.after LIKE '{\"category\"%' OR v.after LIKE '%,\"category\"%')";

// After an act or a merge, and after what was entered about somebody changed. One statement. Who
// was erased is in none of it.
void note_now(store::Session& session, std::int64_t forum, Id<Registration> id);
// After their names or a merge changed: the names of those for whom another stands are left out.
void note_heard(store::Session& session, std::int64_t forum, Id<Registration> id);

// For whoever has none of it yet, as in a store of an older version. Writes nothing when nobody
// lacks it. One look for all forums.
bool lists_lack_somebody(store::Session& session);
void complete_lists(store::Session& session);
// For everybody anew; fits store::Rebuild.
void rebuild_lists(store::Session& session);
// Adds a sentence for each forum where it is not what follows from the acts; fits store::Check.
void check_lists(store::Session& session, std::vector<std::string>& wrong);

}  // namespace sala::registration
