// SPDX-License-Identifier: Apache-2.0
//
// A letter to somebody because of a role they hold. Once they have handed it over, what waits for
// them is no longer theirs to read.

#pragma once

#include "forum/grant.hpp"
#include "mail/letter.hpp"
#include "web/desk.hpp"

namespace sala::forum {

// Into the outbox, for whoever holds this role.
Id<mail::Letter> tell_for_role(web::Desk& desk, const mail::Letter& letter, Id<Grant> grant);
// The letter of this number was written for this role.
void note_for_role(store::Session& session, std::int64_t forum, Id<mail::Letter> letter,
                   Id<Grant> grant);

// Refuses role-handed-over when the role it was written for does not stand, nor the same one given
// to the same person again.
Allowed holds_its_role(store::Session& session, Id<mail::Letter> letter);

}  // namespace sala::forum
