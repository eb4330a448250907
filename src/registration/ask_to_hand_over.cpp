// SPDX-License-Identifier: Apache-2.0
//
// Before a focal point lays the role down they read what follows, and type twice where it goes.

#include "registration/handing_over.view.hpp"

namespace sala::registration {

static Result<web::Reply> ask(web::Desk& desk, const Delegation& delegation);

web::Verb ask_to_hand_over()
{
    return {.path = "GET /{forum}/delegations/{delegation}/hand-over",
            .allow = forum::focal_points,
            .run = web::on<Delegation>(ask)};
}

Result<web::Reply> ask(web::Desk& desk, const Delegation& delegation)
{
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"delegation", delegation.key}, {"role_ends", !delegation.on_behalf}}));
    return desk.show(handing_over_page(desk, delegation));
}

}  // namespace sala::registration
