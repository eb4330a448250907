// SPDX-License-Identifier: Apache-2.0
//
// A vehicle of a delegation gets a pass for the gate.

#include "door/vehicles.view.hpp"
#include "registration/photo_store.hpp"

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
    for (const auto& part : registration::delegations_at(desk.session(), forum.id)) {
        if (part.key != form["delegation"])
            continue;
        registration::made_signing_key(desk.session(), forum.id, desk.now());
        desk.record(VehiclePass{forum.id, desk.next_id<VehiclePass>(),
                                registration::DelegationId{part.number}, form["plate"],
                                form["remark"], desk.visitor().login, desk.now(), false});
        desk.acts_for("delegation/" + std::to_string(part.number));
        return desk.go(desk.address());
    }
    return invalid("delegation", "not-a-choice", "“{value}” is not one of the choices.",
                   {{"value", form["delegation"]}});
}

}  // namespace sala::door
