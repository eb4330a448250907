// SPDX-License-Identifier: Apache-2.0
//
// Somebody who shares what the delegation keeps to itself lets in a focal point whom the
// secretariat made: from now on both read it, and each speaks for the delegation itself.

#include "forum/insiders.hpp"
#include "registration/delegation.hpp"

namespace sala::registration {

static Result<web::Reply> let_in(web::Desk& desk, const Delegation& delegation);

web::Verb let_in_focal_point()
{
    return {.path = "POST /{forum}/delegations/{delegation}/focal-points/{grant}/let-in",
            .allow = forum::focal_points,
            .run = web::on<Delegation>(let_in)};
}

Result<web::Reply> let_in(web::Desk& desk, const Delegation& delegation)
{
    const auto grant = forum::grant_at(desk.session(), delegation.forum.id, desk.at("grant"));
    if (!grant)
        return grant.refusal();
    if (!grant->stands() || grant->role != "focal-point" || !grant->delegation ||
        grant->delegation->number != delegation.id.number())
        return missing("no-such-grant", "Nobody was given such a role here.");
    const auto insiders =
        forum::insiders_of(desk.session(), delegation.forum.id, delegation.id.number());
    if (delegation.on_behalf || !insiders.has(desk.visitor().login))
        return forbidden("not-let-in-yet",
                         "Only a focal point who shares what the delegation keeps to itself lets "
                         "others in.");
    if (insiders.has(grant->to))
        return conflict("let-in-already", "{name} shares it already.", {{"name", grant->name}});
    desk.record(forum::LettingIn{delegation.forum.id, grant->id, desk.visitor().login, desk.now()});
    return desk.go(delegation.address());
}

}  // namespace sala::registration
