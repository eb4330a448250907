// SPDX-License-Identifier: Apache-2.0
//
// Somebody sends their own photo and agrees to it themselves. It is made anew before the turn, as
// those that a focal point sends.

#include "document/photo.hpp"
#include "registration/own.view.hpp"

namespace sala::registration {

static Result<web::Reply> add(web::Desk& desk, const OwnPlace& place, const web::Form& form);
static std::any prepare(const web::BeforeTurn& before);

web::Verb add_own_photo()
{
    return {.path = "POST /{forum}/mine/photo",
            .allow = web::signed_in,
            .form = fields_of_photo(),
            .run = web::on<OwnPlace>(add),
            .prepare = prepare};
}

std::any prepare(const web::BeforeTurn& before)
{
    const auto* file = before.form.upload("photo");
    return document::portrait_of(file ? std::string_view(file->bytes) : std::string_view());
}

Result<web::Reply> add(web::Desk& desk, const OwnPlace& place, const web::Form& form)
{
    const auto& forum = place.forum;
    const auto one = own_registration(desk.session(), forum.id, desk.visitor().login);
    if (!one)
        return one.refusal();
    if (!form.ticked("agreed"))
        return invalid("agreed", "agreement-needed",
                       "Without the agreement of the person no photo is kept. The badge is then "
                       "printed without one.");
    const auto& portrait = desk.prepared<Result<std::string>>();
    if (!portrait)
        return portrait.refusal();
    const auto id = one->registration.id();
    made_signing_key(desk.session(), forum.id, desk.now());
    desk.record(
        Photo{forum.id, desk.next_id<Photo>(), id, *portrait, desk.visitor().login, desk.now()});
    desk.acts_for("registration/" + id.word());
    return desk.go(own_address(forum));
}

}  // namespace sala::registration
