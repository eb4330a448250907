// SPDX-License-Identifier: Apache-2.0
//
// What follows from an answer, whoever gives it: it is kept, and the focal point it names has the
// role for this delegation and a letter that says so. Where the delegation does not come, such a
// letter is dropped while it waits.

#pragma once

#include "registration/invitation_store.hpp"

namespace sala::registration {

// Refuses what answered() refuses.
Allowed take_answer(web::Desk& desk, const forum::Forum& forum, const Invited& invited, bool comes,
                    Answer::Words words);

// Gives the role of focal point to whoever gets letters at `address`, and prepares their letter.
// Nothing happens when they have it, but for a letter when the one before was dropped.
Allowed make_focal_point(web::Desk& desk, const forum::Forum& forum, const forum::Part& delegation,
                         const std::string& name, const std::string& address);

// The same for the "name" and the "address" of a form. Refuses not-a-mail-address, and
// already-granted for the visitor's own address.
struct GivenRole {
    bool had_it = false;                // already: nothing was given
    std::vector<Id<forum::Grant>> own;  // by which the visitor speaks for the delegation
};
Result<GivenRole> give_focal_point(web::Desk& desk, const Delegation& delegation,
                                   const web::Form& form);
Refusal has_role_already();
// The role of whoever speaks for this delegation and gets letters at `address`.
std::optional<forum::KeptGrant>
focal_point_at(store::Session& session, const Delegation& delegation, const std::string& address);

}  // namespace sala::registration
