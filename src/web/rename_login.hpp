// SPDX-License-Identifier: Apache-2.0
//
// A login is called otherwise: on pages, and beside what it did, also before.

#pragma once

#include "store/session.hpp"
#include "web/permission.hpp"

#include <string>

namespace sala::web {

void rename_login(store::Session& session, Id<Login> login, const std::string& name);

}  // namespace sala::web
