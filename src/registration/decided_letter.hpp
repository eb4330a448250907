// SPDX-License-Identifier: Apache-2.0
//
// What was decided is told to those who speak for the delegation: one letter each, however many
// people were decided about. It waits in the outbox.

#pragma once

#include "registration/registration_store.hpp"

namespace sala::registration {

// A decision as the letter says it: whom it is about, and what became of them.
struct Decided {
    DelegationId delegation;
    std::string name;
    Step step = Step::approve;
};

void tell_decisions(web::Desk& desk, const forum::Forum& forum, const std::vector<Decided>& decided,
                    const std::string& reason);

}  // namespace sala::registration
