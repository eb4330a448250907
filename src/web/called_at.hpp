// SPDX-License-Identifier: Apache-2.0
//
// What a forum calls those with a login: as whoever gave them a role there wrote it. It is told no
// other name of theirs, which would say that they have been somewhere else already, and nobody
// signs there with a name they gave themselves while they hold a role.

#pragma once

#include "store/session.hpp"

#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace sala::web {

struct Called {
    std::string name;   // empty: as they call themselves
    std::string grant;  // the number of the newest role they were given there
};

// `place` is the address of the forum, "/lyon-2030"; at any other nobody is called otherwise. By
// the number of the login.
std::map<std::int64_t, Called> called_at(store::Session& session, const std::string& place,
                                         const std::set<std::int64_t>& logins);

// Names that stand beside acts: by who did it, when, and the number of what was written, which is
// smaller than that of its act.
struct NameOfAct {
    std::int64_t login = 0;
    std::int64_t at = 0;
    std::int64_t number = 0;
    auto operator<=>(const NameOfAct&) const = default;
};
using NamesOfActs = std::map<NameOfAct, std::string>;
// Empty when there is none.
std::string name_of_act(const NamesOfActs& names, const NameOfAct& act);

// Whom a role was given to, or taken from: by the number of the grant, and by the act that gave it.
struct Recipients {
    std::map<std::int64_t, std::string> by_grant;
    NamesOfActs by_act;
};
Recipients recipients_of(store::Session& session, const std::set<std::int64_t>& grants,
                         const std::set<std::int64_t>& given_at);

// SQL: the numbers of the logins that are called so here, by :own (the place) and :who (a pattern).
std::string logins_called();
// SQL: whether a row `a` of act gave one of those a role or took it away.
std::string is_about_role_of_called();

}  // namespace sala::web
