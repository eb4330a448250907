// SPDX-License-Identifier: Apache-2.0
//
// Whether somebody may set their password: with the old one, or when they have just come in another
// way, because it may be forgotten, or somebody else's.

#pragma once

#include "web/login_secrets.hpp"
#include "web/owner_letter.hpp"
#include "web/verb.hpp"

namespace sala::web {

// Made before the turn, because hashing takes long.
struct HashedPasswords {
    std::string until_now;  // the hash that the present password fitted; empty when it did not
    std::string anew;       // empty: neither did it fit, nor had they come in lately
};
HashedPasswords hash_passwords(const BeforeTurn& before);

// Who has a passkey and gives no old password has come in with the passkey: whoever only reads
// somebody's letters must not add a way in of their own. Refuses: wrong-password at the field
// `current`; too-many-attempts; passkey-first.
Allowed may_set_password(Desk& desk, const HashedPasswords& hashed,
                         const std::optional<KeptPassword>& kept);

OwnerNews password_news(const Desk& desk, bool had_one);

}  // namespace sala::web
