// SPDX-License-Identifier: Apache-2.0
//
// What whoever did something at a forum is called there: as whoever gave them a role wrote it. What
// they call themselves, perhaps as somebody else is called, signs nothing there; whoever has no
// role at the forum is called as they call themselves.

#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace sala::sheet {

// SQL for the name; NULL where nobody did it. `login` and `forum` are columns, "a.by_login".
inline std::string called_here(std::string_view login, std::string_view forum)
{
    return fmt::format(
        "COALESCE((SELECT given_name.name FROM role_grant given JOIN role_grant_name given_name ON "
        "given_name.forum = given.forum AND given_name.role_grant = given.id WHERE given.login = "
        "{0} AND given.forum = {1} AND given_name.name <> '' ORDER BY given.id DESC LIMIT 1), "
        "(SELECT called.name FROM login called WHERE called.id = {0}))",
        login, forum);
}

}  // namespace sala::sheet
