// SPDX-License-Identifier: Apache-2.0
//
// A vehicle has another plate, or is described anew. Another plate is another pass: the printed one
// shows the old plate, so it ends, and the secretariat gives a new one.

#include "door/delegation_vehicles.view.hpp"
#include "door/vehicle_naming.hpp"

namespace sala::door {

static Result<web::Reply> change(web::Desk& desk, const registration::Delegation& delegation,
                                 const web::Form& form);

web::Verb change_vehicle()
{
    return {.path = "POST /{forum}/delegations/{delegation}/vehicles/{pass}",
            .allow = forum::focal_points,
            .form = fields_of_plate(),
            .run = web::on<registration::Delegation>(change)};
}

Result<web::Reply> change(web::Desk& desk, const registration::Delegation& delegation,
                          const web::Form& form)
{
    const auto forum = delegation.forum.id;
    const auto pass = standing_vehicle_at(desk.session(), forum, desk.at("pass"), delegation.id);
    if (!pass)
        return pass.refusal();
    if (pass->plate == form["plate"]) {
        keep_remark(desk.session(), forum, pass->id, form["remark"]);
    } else {
        const auto named = name_vehicle(desk, forum, delegation.id, form, pass->id);
        if (!named)
            return named.refusal();
    }
    desk.again("forum:" + delegation.forum.slug);
    return desk.go(vehicles_address(delegation));
}

}  // namespace sala::door
