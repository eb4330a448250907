// SPDX-License-Identifier: Apache-2.0
//
// What was decided is told to those who speak for the delegation: one letter each, however many
// people were decided about. It waits in the outbox.

#pragma once

#include "registration/registration_store.hpp"

namespace sala::registration {

// What became of whom; each reader of the letter finds the name in their own language.
struct Decided {
    DelegationId delegation;
    Particulars particulars;
    Step step = Step::approve;
};

void tell_decisions(web::Desk& desk, const forum::Forum& forum, const std::vector<Decided>& decided,
                    const std::string& reason);

}  // namespace sala::registration
