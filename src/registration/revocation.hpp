// SPDX-License-Identifier: Apache-2.0
//
// Whose badge was revoked. It is the person who is not welcome, not the paper: with two
// registrations that were put together the other badge does not let them in either, until a badge
// was printed again for them as the one person they are.

#pragma once

#include "registration/registration.hpp"
#include "store/session.hpp"

#include <map>

namespace sala::registration {

// Those who stand for a revoked bearer, with when that was. A new badge ends it if it was printed
// later, for the same registration or for the two that stood together by then. Two statements.
std::map<Id<Registration>, Instant> revoked_at(store::Session& session, std::int64_t forum);

}  // namespace sala::registration
