// SPDX-License-Identifier: Apache-2.0
//
// The photo that a form brings, by whomever it is sent: made anew before the turn, and kept only
// with the agreement of its person.

#pragma once

#include "registration/registration.hpp"
#include "web/verb.hpp"

#include <any>

namespace sala::registration {

// For Verb::prepare.
std::any portrait_sent(const web::BeforeTurn& before);

// Refuses agreement-needed, and what document::portrait_of() refuses.
Allowed keep_photo_sent(web::Desk& desk, std::int64_t forum, Id<Registration> person,
                        const web::Form& form);

}  // namespace sala::registration
