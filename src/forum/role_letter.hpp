// SPDX-License-Identifier: Apache-2.0
//
// The letter that tells somebody which role they were given, and how to sign in.

#pragma once

#include "forum/forum.hpp"
#include "forum/grant.hpp"
#include "mail/letter.hpp"
#include "web/desk.hpp"

namespace sala::forum {

// In the language of whoever gives it: who gets it may never have come in. `form` holds "address",
// "name" and "role".
mail::Letter role_letter(const web::Desk& desk, const Forum& forum, const web::Form& form);

// Those who speak for a delegation are told, by a letter each that waits, that somebody else has a
// role for it now: whoever speaks for it reads what it alone may read. Not who got the role, nor
// whoever gave it.
void tell_of_new_role(web::Desk& desk, const Forum& forum, const Grant::Given& given);

}  // namespace sala::forum
