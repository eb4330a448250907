// SPDX-License-Identifier: Apache-2.0
//
// All vehicles that wait get their passes at once: those that were there when the page was opened,
// and none that was named since.

#include "door/vehicles.view.hpp"
#include "registration/photo_store.hpp"

namespace sala::door {

static Result<web::Reply> give(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb give_passes()
{
    return {.path = "POST /{forum}/vehicles/give",
            .allow = web::secretariat,
            .form = {web::hidden("until")},
            .run = web::on<forum::Forum>(give)};
}

Result<web::Reply> give(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto until = whole_number(form["until"]);
    const auto waiting =
        vehicles_at(desk.session(), forum.id,
                    {.state = VehiclePass::waiting, .until = Id<VehiclePass>{until.value_or(0)}});
    if (waiting.empty())
        return conflict("no-vehicle-waits", "No vehicle waits for a pass any more.");
    registration::made_signing_key(desk.session(), forum.id, desk.now());
    for (const auto& pass : waiting)
        desk.record(VehicleGiven{forum.id, pass.id, desk.visitor().login, desk.now()});
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/vehicles");
}

}  // namespace sala::door
