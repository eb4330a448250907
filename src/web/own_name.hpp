// SPDX-License-Identifier: Apache-2.0
//
// What somebody is called: as whoever gave them their first role typed it, until they put it right.

#pragma once

#include "base/id.hpp"
#include "base/result.hpp"
#include "store/session.hpp"

#include <string>

namespace sala::web {

struct Login;

// Refuses the name of the office, which each reader sees in their own language: name-of-the-office.
Allowed may_be_called(const std::string& name);
// Acts show it from now on, those before as well: they hold the number of the login.
void keep_name(store::Session& session, Id<Login> login, const std::string& name);

}  // namespace sala::web
