// SPDX-License-Identifier: Apache-2.0

#include "forum/kept_roles.hpp"

namespace sala::forum {

namespace {

Json roles_copy(store::Session& session, Id<web::Login> login)
{
    auto all = Json::array();
    for (const auto& [forum, role, name, given_at, withdrawn_at] :
         session.select<std::string, std::string, std::optional<std::string>, std::int64_t,
                        std::optional<std::int64_t>>(
             "SELECT f.key, g.role, n.name, g.at, w.at FROM role_grant g JOIN forum f ON f.id = "
             "g.forum LEFT JOIN role_grant_name n ON n.forum = g.forum AND n.role_grant = g.id "
             "LEFT JOIN role_withdrawal w ON w.forum = g.forum AND w.role_grant = g.id WHERE "
             "g.login = :login ORDER BY g.id",
             login))
        all.push(Json::object({{"forum", forum},
                               {"role", role},
                               {"called", name.value_or("")},
                               {"given_at", given_at},
                               {"withdrawn_at", withdrawn_at ? Json(*withdrawn_at) : Json()}}));
    return all;
}

void end_roles(store::Session& session, Id<web::Login> login, Instant now)
{
    session.run("INSERT INTO role_withdrawal (forum, role_grant, by_login, at) SELECT g.forum, "
                "g.id, g.login, :now FROM role_grant g WHERE g.login = :login AND NOT EXISTS "
                "(SELECT 1 FROM role_withdrawal w WHERE w.forum = g.forum AND w.role_grant = g.id)",
                now, login);
    session.run("DELETE FROM role_grant_name WHERE EXISTS (SELECT 1 FROM role_grant g WHERE "
                "g.forum = role_grant_name.forum AND g.id = role_grant_name.role_grant AND g.login "
                "= :login)",
                login);
}

}  // namespace

std::vector<web::KeptData> kept_by_forums()
{
    return {{"roles", tr("The roles you were given, by whom and when"),
             tr("So that it can be told who was allowed to decide what."),
             tr("The record stays, without your name once you are erased."), roles_copy,
             end_roles}};
}

}  // namespace sala::forum
