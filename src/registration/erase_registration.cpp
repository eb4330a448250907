// SPDX-License-Identifier: Apache-2.0
//
// The secretariat erases somebody registered, who asked for it or should not be kept. The acts stay
// without the name, and who erased it stays as well.

#include "registration/erasing.hpp"
#include "registration/registration_store.hpp"

namespace sala::registration {

static Result<web::Reply> erase(web::Desk& desk, const forum::Forum& forum);

web::Verb erase_registration()
{
    return {.path = "POST /{forum}/registrations/{registration}/erase",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(erase)};
}

Result<web::Reply> erase(web::Desk& desk, const forum::Forum& forum)
{
    const auto one = registered(desk.session(), forum.id, desk.at("registration"));
    if (!one)
        return one.refusal();
    erase_registered(desk.session(), forum.id, one->registration.id(), desk.visitor().login,
                     desk.now());
    desk.acts_for("registration/" + one->registration.id().word());
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/registrations");
}

}  // namespace sala::registration
