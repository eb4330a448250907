// SPDX-License-Identifier: Apache-2.0
//
// Who was invited and has heard nothing: their letter still waits for somebody to read it.

#pragma once

#include "registration/invitation_store.hpp"

#include <set>

namespace sala::registration {

// Whose newest letter waits in the outbox to be read, so that there is nothing yet that they could
// be reminded of. One statement.
std::set<Id<Invitation>> unheard_at(store::Session& session, std::int64_t forum);

}  // namespace sala::registration
