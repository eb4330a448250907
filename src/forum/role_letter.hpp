// SPDX-License-Identifier: Apache-2.0
//
// The letter that tells somebody which role they were given, and how to sign in.

#pragma once

#include "forum/forum.hpp"
#include "mail/letter.hpp"
#include "web/desk.hpp"

namespace sala::forum {

// In the language of whoever gives it. `form` holds "address", "name" and "role".
mail::Letter role_letter(const web::Desk& desk, const Forum& forum, const web::Form& form);

}  // namespace sala::forum
