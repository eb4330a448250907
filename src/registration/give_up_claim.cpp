// SPDX-License-Identifier: Apache-2.0
//
// Somebody gives back a registration that they had claimed: it is their delegation's again, and
// nothing of it is lost.

#include "registration/own.hpp"

namespace sala::registration {

static Result<web::Reply> give_up(web::Desk& desk, const OwnPlace& place);

web::Verb give_up_claim()
{
    return {.path = "POST /{forum}/mine/release",
            .allow = web::signed_in,
            .run = web::on<OwnPlace>(give_up)};
}

Result<web::Reply> give_up(web::Desk& desk, const OwnPlace& place)
{
    const auto& forum = place.forum;
    const auto login = desk.visitor().login;
    const auto claim = claim_of(desk.session(), forum.id, login);
    if (!claim)
        return missing("not-claimed", "You have claimed no registration at this forum.");
    desk.record(ClaimEnd{forum.id, claim->id, login, desk.now()});
    desk.acts_for("registration/" + claim->registration.word());
    desk.again("forum:" + forum.slug);
    return desk.go(own_address(forum));
}

}  // namespace sala::registration
