// SPDX-License-Identifier: Apache-2.0
//
// A badge opens no door any more: it was stolen, or its bearer is no longer welcome. Doors that are
// without network know it as soon as they are back.

#include "door/badges.view.hpp"

namespace sala::door {

static Result<web::Reply> revoke(web::Desk& desk, const forum::Forum& forum);

web::Verb revoke_badge()
{
    return {.path = "POST /{forum}/badges/{badge}/revoke",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(revoke)};
}

Result<web::Reply> revoke(web::Desk& desk, const forum::Forum& forum)
{
    const auto held = badge_at(desk.session(), forum.id, desk.at("badge"));
    if (!held)
        return held.refusal();
    if (held->ended)
        return conflict("badge-ended-already", "This badge opens no door any more already.");
    for (const auto& one : standing_badges(desk.session(), forum.id, {held->badge.registration}))
        desk.record(
            BadgeEnd{forum.id, one.badge.id, BadgeEnd::revoked, desk.visitor().login, desk.now()});
    desk.acts_for("registration/" + held->badge.registration.word());
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/badges");
}

}  // namespace sala::door
