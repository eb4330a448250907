// SPDX-License-Identifier: Apache-2.0
//
// What whoever has a role is called at its forum: as whoever gave it wrote it. The forum is told no
// other name of theirs, which would say that they have been somewhere else already.

#pragma once

#include "forum/grant.hpp"
#include "store/session.hpp"

namespace sala::forum {

struct GivenName {
    std::int64_t forum = 0;
    Id<Grant> grant;
    std::string name;  // empty: that of the login
};

inline void insert(store::Session& session, const GivenName& given)
{
    session.run("INSERT INTO role_grant_name (forum, role_grant, name) VALUES (:forum, "
                ":role_grant, :name)",
                given.forum, given.grant, given.name);
}

}  // namespace sala::forum
