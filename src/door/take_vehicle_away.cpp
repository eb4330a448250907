// SPDX-License-Identifier: Apache-2.0
//
// A vehicle of the delegation does not come: its pass, if it has one, opens no gate any more.

#include "door/delegation_vehicles.view.hpp"

namespace sala::door {

static Result<web::Reply> take(web::Desk& desk, const registration::Delegation& delegation);

web::Verb take_vehicle_away()
{
    return {.path = "POST /{forum}/delegations/{delegation}/vehicles/{pass}/end",
            .allow = forum::focal_points,
            .run = web::on<registration::Delegation>(take)};
}

Result<web::Reply> take(web::Desk& desk, const registration::Delegation& delegation)
{
    const auto forum = delegation.forum.id;
    const auto pass = standing_vehicle_at(desk.session(), forum, desk.at("pass"), delegation.id);
    if (!pass)
        return pass.refusal();
    desk.record(VehicleEnd{forum, pass->id, desk.visitor().login, desk.now()});
    desk.again("forum:" + delegation.forum.slug);
    return desk.go(vehicles_address(delegation));
}

}  // namespace sala::door
