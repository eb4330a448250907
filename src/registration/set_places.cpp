// SPDX-License-Identifier: Apache-2.0
//
// The secretariat says how many may come in a category. Who is approved already stays approved.

#include "registration/rules_page.hpp"

namespace sala::registration {

static Result<web::Reply> set(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb set_places()
{
    return {.path = "POST /{forum}/registration-rules/places",
            .allow = web::secretariat,
            .form = fields_of_quota(),
            .run = web::on<forum::Forum>(set)};
}

Result<web::Reply> set(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    for (const auto& part : categories_at(desk.session(), forum.id)) {
        if (part.key != form["category"])
            continue;
        desk.session().run(
            "INSERT INTO category_quota (forum, id, category, places, by_login, at) VALUES "
            "(:forum, :id, :category, :places, :by, :at)",
            forum.id, desk.next_id<Rules>(), part.number, form.number("places"),
            desk.visitor().login, desk.now());
        return desk.go(forum.address() + "/registration-rules");
    }
    return invalid("category", "not-a-choice", "“{value}” is not one of the choices.",
                   {{"value", form["category"]}});
}

}  // namespace sala::registration
