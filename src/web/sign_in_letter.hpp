// SPDX-License-Identifier: Apache-2.0
//
// The letter with a link that signs in: it leaves at once, and only its recipient sees the link.

#pragma once

#include "web/desk.hpp"

#include <string>

namespace sala::web {

// Counts the asking for `address`, whoever has it. Refuses too-many-attempts.
Allowed may_ask_for_link(Desk& desk, const std::string& address);
// To the login that gets its letters at `address`; nothing happens when there is none, or no letter
// leaves this server.
void send_sign_in_link(Desk& desk, const std::string& address);

}  // namespace sala::web
