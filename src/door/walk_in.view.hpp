// SPDX-License-Identifier: Apache-2.0
//
// The form in which a door notes somebody who is on no list.

#pragma once

#include "door/walk_in.hpp"
#include "registration/registrations.view.hpp"

namespace sala::door {

using registration::Registration;
using web::html;

inline std::vector<web::Field> fields_of_walk_in()
{
    auto roles = registration::delegation_roles();
    roles.insert(roles.begin(), {"", tr("not said")});
    return {web::text("name", tr("Name in Latin letters"))
                .optional()
                .at_most(200)
                .hinted(tr("As in the passport.")),
            web::text("name_th", tr("Name in Thai")).optional().at_most(200),
            web::text("delegation", tr("Delegation"))
                .hinted(tr("Who comes without one, such as a journalist, needs a category or an "
                           "organisation.")),
            web::text("category", tr("Category")).optional(),
            web::choice("role", tr("Part in the delegation"), roles).optional(),
            web::text("organisation", tr("Organisation")).optional().at_most(200)};
}

inline web::Page walk_in_page(const web::Desk& desk, const forum::Forum& forum,
                              const std::vector<forum::Part>& delegations,
                              const std::vector<forum::Part>& categories)
{
    const auto& reader = desk.reader();
    auto fields = fields_of_walk_in();
    fields[2].kind = web::Field::choice;
    fields[2].choices =
        registration::part_choices(reader, delegations, tr("Choose the delegation"));
    fields[2].choices.insert(fields[2].choices.begin() + 1,
                             {no_delegation, tr("without a delegation")});
    fields[3].kind = web::Field::choice;
    fields[3].choices = registration::category_choices(reader, categories);
    return {.title = reader.say(tr("Note a walk-in")),
            .body = html(reader, "<div class=\"narrow\">\n<nav><ol class=\"crumbs\"><li><a href=\"",
                         forum.address(), "/door\">", tr("Check badges"),
                         "</a></li></ol></nav>\n<form class=\"card stack\" method=\"post\" "
                         "action=\"",
                         desk.address(), "\">\n", web::csrf_field(desk), "<h1>",
                         tr("Note a walk-in"), "</h1>\n<p>",
                         tr("The secretariat sees the name at once and decides. Until then this "
                            "person waits at the desk."),
                         "</p>\n", web::refused_note(desk), web::fields_of(desk, fields),
                         "<p><button type=\"submit\">", tr("Send to the secretariat"),
                         "</button></p>\n</form>\n</div>\n"),
            .frame = {.home = forum.address(),
                      .name = forum.title,
                      .menu = {{forum.address() + "/door", tr("Check badges"), true, 0}},
                      .zone = forum.zone,
                      .desk = true}};
}

}  // namespace sala::door
