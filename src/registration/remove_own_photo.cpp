// SPDX-License-Identifier: Apache-2.0
//
// Somebody no longer agrees to their photo: it goes, and with it what doors and badges show.

#include "registration/own.hpp"
#include "registration/photo_store.hpp"

namespace sala::registration {

static Result<web::Reply> remove(web::Desk& desk, const OwnPlace& place);

web::Verb remove_own_photo()
{
    return {.path = "POST /{forum}/mine/photo/remove",
            .allow = web::signed_in,
            .run = web::on<OwnPlace>(remove)};
}

Result<web::Reply> remove(web::Desk& desk, const OwnPlace& place)
{
    const auto& forum = place.forum;
    const auto one = own_registration(desk.session(), forum.id, desk.visitor().login);
    if (!one)
        return one.refusal();
    forget_photo(desk.session(), forum.id, one->registration.id());
    desk.acts_for("registration/" + one->registration.id().word());
    return desk.go(own_address(forum));
}

}  // namespace sala::registration
