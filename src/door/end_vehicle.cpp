// SPDX-License-Identifier: Apache-2.0
//
// The pass of a vehicle opens no gate any more.

#include "door/vehicles.view.hpp"

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
    for (const auto& pass : vehicles_at(desk.session(), forum.id)) {
        if (pass.id.word() != desk.at("pass"))
            continue;
        if (pass.ended)
            return conflict("pass-ended-already", "This pass has ended already.");
        desk.record(VehicleEnd{forum.id, pass.id, desk.visitor().login, desk.now()});
        return desk.go(forum.address() + "/vehicles");
    }
    return missing("no-such-pass", "There is no such pass here.");
}

}  // namespace sala::door
