// SPDX-License-Identifier: Apache-2.0
//
// The accounts of another provider that are tied to a login: whoever comes in with one of them
// there comes in here.

#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "store/session.hpp"
#include "web/desk.hpp"
#include "web/permission.hpp"

#include <string>
#include <vector>

namespace sala::web {

struct TiedAccount {
    std::string issuer;
    std::string subject;  // as the provider numbers its people
    Instant at;

    // What it is called in an address; says neither.
    std::string name() const;
};

// Oldest first.
std::vector<TiedAccount> accounts_of(store::Session& session, Id<Login> login);
// Answers which it was. Refuses no-such-account when it is not tied to this login.
Result<TiedAccount> untie_account_of(store::Session& session, Id<Login> login,
                                     const std::string& name);

// To the owner, at once; nothing where no letter can reach them.
enum class AccountNews { tied, untied };
void tell_owner(Desk& desk, Id<Login> login, AccountNews news);

}  // namespace sala::web
