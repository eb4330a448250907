// SPDX-License-Identifier: Apache-2.0
//
// The badges of a category look and open as the secretariat says, from the next print and at the
// doors from their next look at the list.

#include "door/badge_designs.view.hpp"

namespace sala::door {

static Result<web::Reply> keep(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb keep_badge_design()
{
    return {.path = "POST /{forum}/badge-designs",
            .allow = web::secretariat,
            .form = fields_of_design(),
            .run = web::on<forum::Forum>(keep)};
}

Result<web::Reply> keep(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto categories = registration::categories_at(desk.session(), forum.id);
    const auto* part = registration::part_keyed(categories, form["category"]);
    if (!part && !form["category"].empty())
        return invalid("category", "not-a-choice", "“{value}” is not one of the choices.",
                       {{"value", form["category"]}});
    const auto design =
        designed(part ? part->number : 0, form["colour"], form["zones"], form.ticked("photo"));
    if (!design)
        return design.refusal();
    keep_design(desk.session(), forum.id, desk.next_id<DesignRow>(), *design, desk.visitor().login,
                desk.now());
    return desk.go(desk.address());
}

}  // namespace sala::door
