// SPDX-License-Identifier: Apache-2.0
//
// A letter to somebody because of a role they hold. Once they have handed it over, what waits for
// them is no longer theirs to read.

#pragma once

#include "forum/grant_store.hpp"
#include "mail/letter.hpp"
#include "web/desk.hpp"

#include <utility>
#include <vector>

namespace sala::forum {

// Into the outbox, for whoever holds this role.
Id<mail::Letter> tell_for_role(web::Desk& desk, const mail::Letter& letter, Id<Grant> grant);
// The letter of this number was written for this role.
void note_for_role(store::Session& session, std::int64_t forum, Id<mail::Letter> letter,
                   Id<Grant> grant);

// Refuses role-handed-over when the role it was written for does not stand, nor the same one given
// to the same person again.
Allowed holds_its_role(store::Session& session, Id<mail::Letter> letter);

// What waits unread for whoever laid the role `from` down goes to whoever has it now, greeted by
// their own name. What was about the role itself, and letters to many, which are prepared anew for
// those who hold a role, are dropped; so is all of it when `to` is nobody. Answers each letter that
// went on, with the one that waits in its place.
std::vector<std::pair<Id<mail::Letter>, Id<mail::Letter>>>
pass_on(web::Desk& desk, std::int64_t forum, Id<Grant> from, const std::optional<KeptGrant>& to);

}  // namespace sala::forum
