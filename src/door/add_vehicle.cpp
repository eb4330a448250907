// SPDX-License-Identifier: Apache-2.0
//
// The secretariat enters a vehicle of a delegation, which has a pass for the gate by that.

#include "door/vehicle_naming.hpp"
#include "door/vehicles.view.hpp"

namespace sala::door {

static Result<web::Reply> add(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb add_vehicle()
{
    return {.path = "POST /{forum}/vehicles",
            .allow = web::secretariat,
            .form = fields_of_vehicle(),
            .run = web::on<forum::Forum>(add)};
}

Result<web::Reply> add(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto delegations = registration::delegations_at(desk.session(), forum.id);
    const auto* part = registration::part_keyed(delegations, form["delegation"]);
    if (!part)
        return invalid("delegation", "not-a-choice", "“{value}” is not one of the choices.",
                       {{"value", form["delegation"]}});
    const auto named = name_vehicle(desk, forum.id, registration::DelegationId{part->number}, form);
    if (!named)
        return named.refusal();
    desk.acts_for("delegation/" + std::to_string(part->number));
    desk.again("forum:" + forum.slug);
    return desk.go(desk.address());
}

}  // namespace sala::door
