// SPDX-License-Identifier: Apache-2.0
//
// Passkeys at a Desk: whether they work here, who may change them, and the letter that tells their
// owner.

#pragma once

#include "web/passkey_store.hpp"
#include "web/verb.hpp"

namespace sala::web {

constexpr std::string_view passkey_cookie = "__Host-passkey";

// Refuses no-passkeys-here, with what is missing.
Result<PasskeyPlace> passkeys_here(const Desk& desk);

// Whoever only reads somebody's letters must not add a way in of their own, or take theirs away:
// who has a passkey changes what they sign in with only where they came in with it, or with a code.
// Refuses passkey-first.
Allowed may_change_second_step(const Desk& desk);

// Whoever belongs to a secretariat that must give a code keeps a second step: without one, the next
// who comes in with the password or the letters alone would set up their own. `left` is what is
// there when this one is away. Refuses last-second-step.
Allowed may_lose_second_step(const Desk& desk, std::size_t left);

// To the owner, at once; nothing where no letter can reach them.
enum class PasskeyNews { added, removed, copied };
void tell_owner(Desk& desk, Id<Login> login, const std::string& passkey, PasskeyNews news);

}  // namespace sala::web
