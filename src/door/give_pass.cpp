// SPDX-License-Identifier: Apache-2.0
//
// A vehicle that a delegation named gets its pass: it is printed and opens the gate from now on.

#include "door/vehicle_store.hpp"
#include "registration/photo_store.hpp"

#include "web/verb.hpp"

namespace sala::door {

static Result<web::Reply> give(web::Desk& desk, const forum::Forum& forum);

web::Verb give_pass()
{
    return {.path = "POST /{forum}/vehicles/{pass}/give",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(give)};
}

Result<web::Reply> give(web::Desk& desk, const forum::Forum& forum)
{
    const auto pass = standing_vehicle_at(desk.session(), forum.id, desk.at("pass"));
    if (!pass)
        return pass.refusal();
    if (pass->state == VehiclePass::given)
        return conflict("pass-given-already", "This vehicle has its pass already.");
    registration::made_signing_key(desk.session(), forum.id, desk.now());
    desk.record(VehicleGiven{forum.id, pass->id, desk.visitor().login, desk.now()});
    desk.acts_for("delegation/" + pass->delegation.word());
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/vehicles");
}

}  // namespace sala::door
