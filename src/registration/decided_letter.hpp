// SPDX-License-Identifier: Apache-2.0
//
// What was decided is told to those who speak for the delegation: one letter each, however many
// people were decided about. It waits in the outbox.

#pragma once

#include "registration/registration_store.hpp"

namespace sala::registration {

// What became of whom; each reader of the letter finds the name in their own language.
struct Decided {
    Id<Registration> registration;
    DelegationId delegation;
    Particulars particulars;
    Step step = Step::approve;
};

void tell_decisions(web::Desk& desk, const forum::Forum& forum, const std::vector<Decided>& decided,
                    const std::string& reason);

// After something else became of these people: a letter that waits unread and tells the earlier
// decision is dropped. What it told of others is told by a new one, which waits in its place.
void drop_overtaken_letters(web::Desk& desk, const forum::Forum& forum,
                            const std::vector<Id<Registration>>& people);
// The role a letter was written for was handed over, and a copy of it waits for whoever has it now.
void note_copied_letter(store::Session& session, std::int64_t forum, Id<mail::Letter> was,
                        Id<mail::Letter> copy);

}  // namespace sala::registration
