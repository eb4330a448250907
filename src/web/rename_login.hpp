// SPDX-License-Identifier: Apache-2.0
//
// A login is called otherwise: on pages, and beside what it did, also before.

#pragma once

#include "base/instant.hpp"
#include "store/session.hpp"
#include "web/permission.hpp"

#include <string>
#include <vector>

namespace sala::web {

void rename_login(store::Session& session, Id<Login> login, const std::string& name);

// Somebody has called themselves otherwise; the act of it says what they were called until then.
struct Rename {
    Id<Rename> id;
    Id<Login> login;
    std::string earlier;
    std::string name;
    Instant at;
};
void insert(store::Session& session, const Rename& rename);
// What they were called before, oldest first.
std::vector<std::string> earlier_names_of(store::Session& session, Id<Login> login);
// That they called themselves otherwise stays; the words go.
void forget_earlier_names(store::Session& session, Id<Login> login);

}  // namespace sala::web
