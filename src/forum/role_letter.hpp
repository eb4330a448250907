// SPDX-License-Identifier: Apache-2.0
//
// The letter that tells somebody which role they were given, and how to sign in.

#pragma once

#include "forum/forum.hpp"
#include "forum/grant_store.hpp"
#include "mail/letter.hpp"
#include "web/desk.hpp"

namespace sala::forum {

// The reason of letters that tell a delegation who has a role for it.
inline constexpr char tells_who_speaks[] = "delegation_role_letter";

// In the language of whoever gives it: who gets it may never have come in. `form` holds "address",
// "name" and "role", and of which of `parts` it is, if of one.
mail::Letter role_letter(const web::Desk& desk, const Forum& forum, const Parts& parts,
                         const web::Form& form);

// Those who speak for a delegation, or ever did, are told that somebody else has a role for it now,
// by a letter each that leaves by itself and that nobody drops: the secretariat gives roles, and
// cannot keep from a delegation whom it gave one. Not who got the role, nor whoever gave it.
void tell_of_new_role(web::Desk& desk, const Forum& forum, const Grant::Given& given);

}  // namespace sala::forum
