// SPDX-License-Identifier: Apache-2.0
//
// Somebody who looks after their own registration wants no more what was asked for after the last
// day. Everything stays as it is.

#include "registration/entering.hpp"
#include "registration/own.view.hpp"

namespace sala::registration {

static Result<web::Reply> withdraw(web::Desk& desk, const OwnPlace& place, const web::Form& form);

web::Verb withdraw_own_wish()
{
    return {.path = "POST /{forum}/mine/wish",
            .allow = web::signed_in,
            .form = {web::hidden("wish")},
            .run = web::on<OwnPlace>(withdraw)};
}

Result<web::Reply> withdraw(web::Desk& desk, const OwnPlace& place, const web::Form& form)
{
    const auto one = own_registration(desk.session(), place.forum.id, desk.visitor().login);
    if (!one)
        return one.refusal();
    if (const auto ended = call_off_wish(desk, *one, form["wish"]); !ended)
        return ended.refusal();
    desk.acts_for("registration/" + one->registration.id().word());
    desk.again("forum:" + place.forum.slug);
    return desk.go(own_address(place.forum));
}

}  // namespace sala::registration
