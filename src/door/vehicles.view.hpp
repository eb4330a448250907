// SPDX-License-Identifier: Apache-2.0
//
// Passes for vehicles: whose they are, on paper, and ended.

#pragma once

#include "door/badges.view.hpp"

namespace sala::door {

inline std::vector<web::Field> fields_of_vehicle()
{
    return {web::text("delegation", tr("Delegation")),
            web::text("plate", tr("Number plate")).at_most(40),
            web::text("remark", tr("What it is"))
                .optional()
                .at_most(80)
                .hinted(tr("Such as: black van, driver waits at gate 2."))};
}

inline web::Html vehicle_row(const web::Desk& desk, const forum::Forum& forum,
                             const std::vector<forum::Part>& delegations, const VehiclePass& pass)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<tr><th scope=\"row\">",
        pass.plate.empty() ? html(reader, tr("Forgotten")) : html(reader, pass.plate),
        "</th><td data-th=\"", tr("Delegation"), "\">",
        part_words(reader, delegations, pass.delegation.number()), "</td><td data-th=\"",
        tr("What it is"), "\">", pass.remark, "</td><td>",
        pass.ended
            ? html(reader, "<span class=\"chip\" data-is=\"cancelled\">", tr("ended"), "</span>")
            : html(reader, "<form method=\"post\" action=\"", forum.address(), "/vehicles/",
                   pass.id.word(), "/end\">", web::csrf_field(desk),
                   "<button type=\"submit\" data-kind=\"end\" aria-label=\"", tr("End"), ": ",
                   pass.plate, "\">", tr("End"), "</button></form>"),
        "</td></tr>\n");
}

inline web::Html vehicle_table(const web::Desk& desk, const forum::Forum& forum,
                               const std::vector<forum::Part>& delegations,
                               const std::vector<VehiclePass>& passes)
{
    const auto& reader = desk.reader();
    if (passes.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("No vehicle yet"), "</h2><p>",
                    tr("A pass lies behind the windscreen and is read at the gate."),
                    "</p></div>\n");
    return html(
        reader, "<table class=\"fold\"><thead><tr><th scope=\"col\">", tr("Number plate"),
        "</th><th scope=\"col\">", tr("Delegation"), "</th><th scope=\"col\">", tr("What it is"),
        "</th><th scope=\"col\"><span class=\"unseen\">", tr("Change"),
        "</span></th></tr></thead>\n<tbody>",
        each(passes,
             [&](const VehiclePass& pass) { return vehicle_row(desk, forum, delegations, pass); }),
        "</tbody></table>\n<p class=\"as\"><a href=\"", forum.address(), "/vehicles.pdf?size=a6\">",
        tr("All passes as PDF (A6)"), "</a></p>\n");
}

inline web::Page vehicles_page(const web::Desk& desk, const forum::Forum& forum,
                               const std::vector<forum::Part>& delegations,
                               const std::vector<VehiclePass>& passes)
{
    const auto& reader = desk.reader();
    auto fields = fields_of_vehicle();
    fields[0].kind = web::Field::choice;
    fields[0].choices =
        registration::part_choices(reader, delegations, tr("Choose the delegation"));
    auto body =
        html(reader, "<h1>", tr("Vehicles"), "</h1>\n", places_of_doors(reader, forum),
             "<div class=\"beside\">\n<div class=\"stack\">\n",
             vehicle_table(desk, forum, delegations, passes), "</div>\n<div class=\"stack\">\n",
             "<form class=\"card\" method=\"post\" action=\"", desk.address(), "\">\n",
             web::csrf_field(desk), "<h2 class=\"h3\">", tr("Give out a pass"), "</h2>\n",
             web::refused_note(desk), web::fields_of(desk, fields), "<p><button type=\"submit\">",
             tr("Make the pass"), "</button></p>\n</form>\n</div>\n</div>\n");
    return {.title = reader.say(tr("Vehicles")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::door
