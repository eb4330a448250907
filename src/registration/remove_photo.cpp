// SPDX-License-Identifier: Apache-2.0
//
// The photo of a person goes, because they no longer agree to it or it is the wrong one.

#include "registration/photo_store.hpp"
#include "registration/registration_store.hpp"

namespace sala::registration {

static Result<web::Reply> remove(web::Desk& desk, const Delegation& delegation);

web::Verb remove_photo()
{
    return {.path = "POST /{forum}/delegations/{delegation}/people/{registration}/photo/remove",
            .allow = forum::focal_points,
            .run = web::on<Delegation>(remove)};
}

Result<web::Reply> remove(web::Desk& desk, const Delegation& delegation)
{
    const auto forum = delegation.forum.id;
    const auto one = registered(desk.session(), forum, desk.at("registration"), delegation.id);
    if (!one)
        return one.refusal();
    forget_photo(desk.session(), forum, one->registration.id());
    return desk.go(delegation.address() + "/people/" + one->registration.id().word());
}

}  // namespace sala::registration
