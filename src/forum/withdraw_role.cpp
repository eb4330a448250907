// SPDX-License-Identifier: Apache-2.0
//
// A role is taken away: from this moment it opens nothing, and who took it away stays on record.

#include "forum/grant_store.hpp"

#include "forum/forum_store.hpp"
#include "web/login_streams.hpp"

namespace sala::forum {

static Result<web::Reply> withdraw(web::Desk& desk, const Forum& forum);

web::Verb withdraw_role()
{
    return {.path = "POST /{forum}/roles/{grant}/withdraw",
            .allow = web::secretariat,
            .run = web::on<Forum>(withdraw)};
}

Result<web::Reply> withdraw(web::Desk& desk, const Forum& forum)
{
    const auto grant = grant_at(desk.session(), forum.id, desk.at("grant"));
    if (!grant)
        return grant.refusal();
    if (!grant->stands())
        return conflict("already-withdrawn", "This role has been taken away already.");
    if (const auto may = may_withdraw(grant->to, desk.visitor().login); !may)
        return may.refusal();
    desk.record(Withdrawal{forum.id, grant->id, desk.visitor().login, desk.now()});
    desk.again(web::of_login(grant->to));
    return desk.go(forum.address() + "/roles");
}

}  // namespace sala::forum
