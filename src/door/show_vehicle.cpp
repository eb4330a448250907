// SPDX-License-Identifier: Apache-2.0
//
// A focal point looks at one vehicle of the delegation, to change it or to take it away.

#include "door/delegation_vehicles.view.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const registration::Delegation& delegation);

web::Verb show_vehicle()
{
    return {.path = "GET /{forum}/delegations/{delegation}/vehicles/{pass}",
            .allow = forum::focal_points,
            .run = web::on<registration::Delegation>(show)};
}

Result<web::Reply> show(web::Desk& desk, const registration::Delegation& delegation)
{
    const auto pass =
        vehicle_at(desk.session(), delegation.forum.id, desk.at("pass"), delegation.id);
    if (!pass)
        return pass.refusal();
    if (desk.wants(web::Format::json))
        return desk.show(
            vehicle_json({{delegation.id.number(), delegation.key, delegation.name}}, *pass));
    web::Form kept;
    kept.set("plate", pass->plate);
    kept.set("remark", pass->remark);
    if (!desk.typed())
        desk.comes_back(&kept, desk.refusals());
    return desk.show(vehicle_page(desk, delegation, *pass));
}

}  // namespace sala::door
