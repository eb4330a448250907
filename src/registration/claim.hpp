// SPDX-License-Identifier: Apache-2.0
//
// Somebody who was registered by others says that it is they. What shows it is the e-mail address
// of the registration, never a name: whoever has signed in with it may claim, and nobody else.

#pragma once

#include "registration/registration_store.hpp"

#include <optional>
#include <set>
#include <vector>

namespace sala::registration {

struct Claim {
    std::int64_t forum = 0;
    Id<Claim> id;
    Id<Registration> registration;
    Id<web::Login> login;
    Instant at;
};
// Given up by its owner or released by the delegation.
struct ClaimEnd {
    std::int64_t forum = 0;
    Id<Claim> claim;
    Id<web::Login> by;
    Instant at;
};

// Refuses claimed-already when another login has claimed this person, or this login somebody else.
Allowed keep_claim(store::Session& session, const Claim& claim);
void insert(store::Session& session, const ClaimEnd& end);

// The claim that stands of this login, and the one on any of these registrations.
std::optional<Claim> claim_of(store::Session& session, std::int64_t forum, Id<web::Login> login);
std::optional<Claim> claim_on(store::Session& session, std::int64_t forum,
                              const std::vector<Id<Registration>>& person);

// Those of a delegation who look after their registration themselves, also through one that was
// merged into theirs. Two statements.
std::set<Id<Registration>> claimed_of(store::Session& session, std::int64_t forum,
                                      DelegationId delegation);

// Whom this login may be: those with its address, or with a registration merged into theirs that
// has it, as far as nobody has claimed them. By precedence.
std::vector<Registered> claimable_by(store::Session& session, std::int64_t forum,
                                     Id<web::Login> login);

// The one who stands for what this login has claimed. Refuses: not-claimed; claimed-by-another,
// when it was merged into somebody whom another login has claimed.
Result<Registered> own_registration(store::Session& session, std::int64_t forum,
                                    Id<web::Login> login);

// What a login is called that is made for this address: as the only one who is registered with it,
// or by the address while several people are. Nothing when nobody is.
std::optional<std::string> called_at(store::Session& session, std::int64_t forum,
                                     const std::string& address);
// From now on the login is called as whom it has claimed, so that what they do stands under their
// name; one that was given a role stays as whoever gave it calls it, unless that is the name of
// another one with the same address.
void call_as_claimed(store::Session& session, Id<web::Login> login, const Registered& claimed);

// What the delegation decides about a person: no owner changes it.
bool is_delegations(std::string_view column);

// Claims on these registrations end, because the person is erased or released.
void end_claims(store::Session& session, std::int64_t forum,
                const std::vector<Id<Registration>>& person, Id<web::Login> by, Instant now);

}  // namespace sala::registration
