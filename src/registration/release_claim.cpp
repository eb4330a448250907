// SPDX-License-Identifier: Apache-2.0
//
// A focal point takes a registration back from whoever has claimed it: they no longer see or change
// it. That it was done, and by whom, stays on record.

#include "registration/claim.hpp"
#include "registration/likeness_store.hpp"

namespace sala::registration {

static Result<web::Reply> release(web::Desk& desk, const Delegation& delegation);

web::Verb release_claim()
{
    return {.path = "POST /{forum}/delegations/{delegation}/people/{registration}/release",
            .allow = forum::focal_points,
            .run = web::on<Delegation>(release)};
}

Result<web::Reply> release(web::Desk& desk, const Delegation& delegation)
{
    auto& session = desk.session();
    const auto forum = delegation.forum.id;
    const auto one = registered(session, forum, desk.at("registration"), delegation.id);
    if (!one)
        return one.refusal();
    const auto person = one_person(merged_at(session, forum), one->registration.id());
    if (!claim_on(session, forum, person))
        return conflict("nobody-claimed", "Nobody has claimed this registration.");
    end_claims(session, forum, person, desk.visitor().login, desk.now());
    desk.again("forum:" + delegation.forum.slug);
    return desk.go(delegation.address() + "/people/" + one->registration.id().word());
}

}  // namespace sala::registration
