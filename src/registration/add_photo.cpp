// SPDX-License-Identifier: Apache-2.0
//
// A focal point sends the photo of somebody who agreed. It is made anew before the turn: upright,
// three by four, and without what the camera wrote into it.

#include "registration/photo.view.hpp"
#include "registration/registration_store.hpp"
#include "registration/sent_photo.hpp"

namespace sala::registration {

static Result<web::Reply> add(web::Desk& desk, const Delegation& delegation, const web::Form& form);

web::Verb add_photo()
{
    return {.path = "POST /{forum}/delegations/{delegation}/people/{registration}/photo",
            .allow = forum::focal_points,
            .form = fields_of_photo(),
            .run = web::on<Delegation>(add),
            .prepare = portrait_sent};
}

Result<web::Reply> add(web::Desk& desk, const Delegation& delegation, const web::Form& form)
{
    const auto forum = delegation.forum.id;
    const auto one = registered(desk.session(), forum, desk.at("registration"), delegation.id);
    if (!one)
        return one.refusal();
    if (const auto kept = keep_photo_sent(desk, forum, one->registration.id(), form); !kept)
        return kept.refusal();
    return desk.go(delegation.address() + "/people/" + one->registration.id().word());
}

}  // namespace sala::registration
