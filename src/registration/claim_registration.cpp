// SPDX-License-Identifier: Apache-2.0
//
// Somebody says that a registration is theirs: it carries the address with which they signed in.
// From now on they look after it themselves, and their delegation sees that.

#include "registration/own.hpp"

namespace sala::registration {

static Result<web::Reply> claim(web::Desk& desk, const OwnPlace& place, const web::Form& form);

web::Verb claim_registration()
{
    return {.path = "POST /{forum}/mine/claim",
            .allow = web::signed_in,
            .form = {web::text("registration", tr("Registration")).at_most(20)},
            .run = web::on<OwnPlace>(claim)};
}

Result<web::Reply> claim(web::Desk& desk, const OwnPlace& place, const web::Form& form)
{
    const auto& forum = place.forum;
    if (const auto shown = address_is_shown(desk); !shown)
        return shown.refusal();
    const auto login = desk.visitor().login;
    for (const auto& one : claimable_by(desk.session(), forum.id, login)) {
        const auto id = one.registration.id();
        if (id.word() != form["registration"])
            continue;
        if (const auto kept = keep_claim(desk.session(),
                                         {forum.id, desk.next_id<Claim>(), id, login, desk.now()});
            !kept)
            return kept.refusal();
        call_as_claimed(desk.session(), login, one);
        desk.acts_for("registration/" + id.word());
        desk.again("forum:" + forum.slug);
        return desk.go(own_address(forum));
    }
    return missing("not-yours-to-claim",
                   "No registration that you could claim has this number. It must carry the "
                   "address with which you signed in, and have no owner.");
}

}  // namespace sala::registration
