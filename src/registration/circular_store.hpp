// SPDX-License-Identifier: Apache-2.0
//
// Letters to many in the store, and which letter of the outbox each recipient got.

#pragma once

#include "mail/standing.hpp"
#include "registration/circular.hpp"
#include "registration/invitation.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace sala::registration {

void insert(store::Session& session, const Circular& circular);

struct KeptCircular {
    Circular circular;
    std::string by;            // empty once erased
    std::int64_t letters = 0;  // prepared for it
};
// Newest first. One statement, whatever their number.
std::vector<KeptCircular> circulars_at(store::Session& session, std::int64_t forum);
// Missing when the forum has none of this number.
Result<KeptCircular> circular_numbered(store::Session& session, std::int64_t forum,
                                       const std::string& number);

// A recipient got this letter; a second one is a Duplicate.
void keep_letter(store::Session& session, const Circular& circular, const std::string& recipient,
                 Id<mail::Letter> letter);

struct SentTo {
    Id<mail::Letter> letter;
    std::string state;  // the last of the letter's acts, as stored
};
// By recipient. One statement.
std::unordered_map<std::string, SentTo> letters_of(store::Session& session,
                                                   const Circular& circular);

// Who has answered is not reminded: the reminders about this registration or invitation that still
// wait are dropped.
void drop_reminders(store::Session& session, std::int64_t forum, Id<Registration> registration,
                    Instant now);
void drop_reminders(store::Session& session, std::int64_t forum, Id<Invitation> invitation,
                    Instant now);
// The letters with a link that still wait for whoever was invited are dropped, and the reminders;
// `all`: notices and news as well, because they would go to somebody else.
void drop_waiting(store::Session& session, std::int64_t forum, Id<Invitation> invitation, bool all,
                  Instant now);

}  // namespace sala::registration
