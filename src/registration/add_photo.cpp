// SPDX-License-Identifier: Apache-2.0
//
// A focal point sends the photo of somebody who agreed. It is made anew before the turn: upright,
// three by four, and without what the camera wrote into it.

#include "document/photo.hpp"
#include "registration/photo.view.hpp"
#include "registration/photo_store.hpp"
#include "registration/registration_store.hpp"

namespace sala::registration {

static Result<web::Reply> add(web::Desk& desk, const Delegation& delegation, const web::Form& form);
static std::any prepare(const web::BeforeTurn& before);

web::Verb add_photo()
{
    return {.path = "POST /{forum}/delegations/{delegation}/people/{registration}/photo",
            .allow = forum::focal_points,
            .form = fields_of_photo(),
            .run = web::on<Delegation>(add),
            .prepare = prepare};
}

std::any prepare(const web::BeforeTurn& before)
{
    const auto* file = before.form.upload("photo");
    return document::portrait_of(file ? std::string_view(file->bytes) : std::string_view());
}

Result<web::Reply> add(web::Desk& desk, const Delegation& delegation, const web::Form& form)
{
    const auto forum = delegation.forum.id;
    const auto one = registered(desk.session(), forum, desk.at("registration"), delegation.id);
    if (!one)
        return one.refusal();
    if (!form.ticked("agreed"))
        return invalid("agreed", "agreement-needed",
                       "Without the agreement of the person no photo is kept. The badge is then "
                       "printed without one.");
    const auto& portrait = desk.prepared<Result<std::string>>();
    if (!portrait)
        return portrait.refusal();
    made_signing_key(desk.session(), forum, desk.now());
    desk.record(Photo{forum, desk.next_id<Photo>(), one->registration.id(), *portrait,
                      desk.visitor().login, desk.now()});
    return desk.go(delegation.address() + "/people/" + one->registration.id().word());
}

}  // namespace sala::registration
