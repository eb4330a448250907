// SPDX-License-Identifier: Apache-2.0
//
// What follows from an answer, whoever gives it: it is kept, and the focal point it names has the
// role for this delegation and a letter that says so.

#pragma once

#include "registration/invitation_store.hpp"

namespace sala::registration {

// Refuses what answered() refuses.
Allowed take_answer(web::Desk& desk, const forum::Forum& forum, const Invited& invited, bool comes,
                    Answer::Words words);

// Gives the role of focal point to whoever gets letters at `address`, and prepares their letter.
// Nothing happens when they have it.
Allowed make_focal_point(web::Desk& desk, const forum::Forum& forum, const forum::Part& delegation,
                         const std::string& name, const std::string& address);

}  // namespace sala::registration
