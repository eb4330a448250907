// SPDX-License-Identifier: Apache-2.0
//
// Invitations in the store: who was invited, through which links, and what they answered.

#pragma once

#include "registration/delegation.hpp"
#include "registration/invitation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::registration {

void insert(store::Session& session, const Invitation& invitation);
void insert(store::Session& session, const Answer& answer);
// Whom it goes to from now on; with another address every link made before is over.
void insert(store::Session& session, const Correction& correction);

// An invitation with its newest answer and how often its letter was prepared.
struct Invited {
    Invitation invitation;
    std::optional<Answer> answer;
    std::int64_t letters = 0;
    Instant last_letter;
    Instant link_until;  // until when the newest link works
    bool link_used = false;
};

// One statement, whatever their number; in the order in which they were invited.
std::vector<Invited> invited_at(store::Session& session, std::int64_t forum);
// Missing when the forum has none of this number.
Result<Invited> invited_by_number(store::Session& session, std::int64_t forum,
                                  const std::string& number);

// A link for a letter that is prepared now; answers the token, of which only a hash is kept.
std::string make_link(store::Session& session, const Invitation& invitation, bool reminds,
                      Id<web::Login> by, Instant now, Numbering& numbering);
// The letter that carries the link. Once it has left, every older link of the invitation is over.
void goes_with(store::Session& session, const std::string& token, Id<mail::Letter> letter);
// Whose link it is, within the forum of the address. Changes nothing. Refuses: invitation-link-over
// for one that was used, replaced, is too old, went to a wrong address or never was.
Result<Invited> invited_by_link(store::Session& session, std::int64_t forum,
                                const std::string& token, Instant now);
// Uses the link up. A second time is a Duplicate, whatever happens in between.
void use_link(store::Session& session, const std::string& token, Instant now);

// The names and words of an invitation and its answers are forgotten; the acts stay.
void erase_words(store::Session& session, std::int64_t forum, Id<Invitation> invitation);

}  // namespace sala::registration
