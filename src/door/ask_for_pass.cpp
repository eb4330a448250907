// SPDX-License-Identifier: Apache-2.0
//
// A focal point names a vehicle of the delegation, which waits until the secretariat gives it a
// pass. The secretariat, acting for the delegation, gives it by that.

#include "door/delegation_vehicles.view.hpp"
#include "door/vehicle_naming.hpp"

namespace sala::door {

static Result<web::Reply> ask(web::Desk& desk, const registration::Delegation& delegation,
                              const web::Form& form);

web::Verb ask_for_pass()
{
    return {.path = "POST /{forum}/delegations/{delegation}/vehicles",
            .allow = forum::focal_points,
            .form = fields_of_plate(),
            .run = web::on<registration::Delegation>(ask)};
}

Result<web::Reply> ask(web::Desk& desk, const registration::Delegation& delegation,
                       const web::Form& form)
{
    const auto named = name_vehicle(desk, delegation.forum.id, delegation.id, form);
    if (!named)
        return named.refusal();
    desk.again("forum:" + delegation.forum.slug);
    return desk.go(desk.address());
}

}  // namespace sala::door
