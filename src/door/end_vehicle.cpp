// SPDX-License-Identifier: Apache-2.0
//
// The secretariat ends the pass of a vehicle, or lets a vehicle that waits have none: it opens no
// gate.

#include "door/vehicle_store.hpp"

#include "web/verb.hpp"

namespace sala::door {

static Result<web::Reply> end(web::Desk& desk, const forum::Forum& forum);

web::Verb end_vehicle()
{
    return {.path = "POST /{forum}/vehicles/{pass}/end",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(end)};
}

Result<web::Reply> end(web::Desk& desk, const forum::Forum& forum)
{
    const auto pass = standing_vehicle_at(desk.session(), forum.id, desk.at("pass"));
    if (!pass)
        return pass.refusal();
    desk.record(VehicleEnd{forum.id, pass->id, desk.visitor().login, desk.now()});
    desk.acts_for("delegation/" + pass->delegation.word());
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/vehicles");
}

}  // namespace sala::door
