// SPDX-License-Identifier: Apache-2.0
//
// Somebody sends their own photo and agrees to it themselves. It is made anew before the turn, as
// those that a focal point sends.

#include "registration/own.view.hpp"
#include "registration/sent_photo.hpp"

namespace sala::registration {

static Result<web::Reply> add(web::Desk& desk, const OwnPlace& place, const web::Form& form);

web::Verb add_own_photo()
{
    return {.path = "POST /{forum}/mine/photo",
            .allow = web::signed_in,
            .form = fields_of_photo(),
            .run = web::on<OwnPlace>(add),
            .prepare = portrait_sent};
}

Result<web::Reply> add(web::Desk& desk, const OwnPlace& place, const web::Form& form)
{
    const auto& forum = place.forum;
    const auto one = own_registration(desk.session(), forum.id, desk.visitor().login);
    if (!one)
        return one.refusal();
    const auto id = one->registration.id();
    if (const auto kept = keep_photo_sent(desk, forum.id, id, form); !kept)
        return kept.refusal();
    desk.acts_for("registration/" + id.word());
    return desk.go(own_address(forum));
}

}  // namespace sala::registration
