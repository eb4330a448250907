// SPDX-License-Identifier: Apache-2.0
//
// The vehicles of one delegation, for whoever speaks for it: named, waiting, with a pass; and one
// of them, to be changed.

#pragma once

#include "door/vehicle_row.view.hpp"
#include "registration/delegation.view.hpp"
#include "registration/registration.view.hpp"

namespace sala::door {

inline std::string vehicles_address(const registration::Delegation& delegation)
{
    return delegation.address() + "/vehicles";
}

inline web::Html own_vehicle_row(const web::Desk& desk, const std::string& address,
                                 const VehiclePass& pass)
{
    const auto& reader = desk.reader();
    const auto plate = plate_words(reader, pass);
    const auto one = address + "/" + pass.id.word();
    const bool ended = pass.state == VehiclePass::ended;
    return html(
        reader, "<tr><th scope=\"row\">",
        ended ? html(reader, plate) : html(reader, "<a href=\"", one, "\">", plate, "</a>"),
        "</th><td data-th=\"", tr("What it is"), "\">", pass.remark, "</td><td data-th=\"",
        tr("Pass"), "\">", state_chip(reader, pass.state), "</td><td>",
        when(!ended,
             [&] { return vehicle_button(desk, one + "/end", "end", tr("Take away"), plate); }),
        "</td></tr>\n");
}

inline web::Html own_vehicle_table(const web::Desk& desk, const std::string& address,
                                   const std::vector<VehiclePass>& passes)
{
    const auto& reader = desk.reader();
    if (passes.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("No vehicle yet"), "</h2><p>",
                    tr("A pass lies behind the windscreen and is read at the gate."),
                    "</p></div>\n");
    return html(
        reader, "<table class=\"fold\"><thead><tr><th scope=\"col\">", tr("Number plate"),
        "</th><th scope=\"col\">", tr("What it is"), "</th><th scope=\"col\">", tr("Pass"),
        "</th><th scope=\"col\"><span class=\"unseen\">", tr("Change"),
        "</span></th></tr></thead>\n<tbody>",
        each(passes, [&](const VehiclePass& pass) { return own_vehicle_row(desk, address, pass); }),
        "</tbody></table>\n");
}

inline web::Page own_vehicles_page(const web::Desk& desk,
                                   const registration::Delegation& delegation,
                                   const std::vector<VehiclePass>& passes)
{
    const auto& reader = desk.reader();
    const auto address = vehicles_address(delegation);
    const bool printable = std::any_of(passes.begin(), passes.end(),
                                       [](const VehiclePass& pass) { return pass.opens(); });
    auto body = html(
        reader, registration::back_to_delegation(reader, delegation), "<h1>", tr("Vehicles"),
        "</h1>\n", registration::on_behalf_note(reader, delegation), "<p class=\"lede\">",
        tr("Name the vehicles that come through the gate. The secretariat gives each its pass; "
           "only then it opens the gate."),
        "</p>\n<div class=\"beside\">\n<div class=\"stack\">\n",
        own_vehicle_table(desk, address, passes),
        when(printable,
             [&] {
                 return html(reader, "<p class=\"as\">", tr("Passes on paper"), ": ",
                             pass_papers(reader, address + ".pdf"), "</p>\n");
             }),
        "</div>\n<div class=\"stack\">\n<form class=\"card\" method=\"post\" action=\"", address,
        "\">\n", web::csrf_field(desk), "<h2 class=\"h3\">", tr("Name a vehicle"), "</h2>\n",
        web::refused_note(desk), web::fields_of(desk, fields_of_plate()),
        "<p><button type=\"submit\">", tr("Ask for a pass"),
        "</button></p>\n</form>\n</div>\n</div>\n");
    return {.title = reader.say(tr("Vehicles")) + ", " + delegation.name.words(reader.language),
            .body = std::move(body),
            .frame = registration::delegation_frame(desk, delegation)};
}

inline web::Page vehicle_page(const web::Desk& desk, const registration::Delegation& delegation,
                              const VehiclePass& pass)
{
    const auto& reader = desk.reader();
    const auto plate = plate_words(reader, pass);
    const auto address = vehicles_address(delegation) + "/" + pass.id.word();
    auto body = html(
        reader, "<nav><ol class=\"crumbs\"><li><a href=\"", delegation.address(), "\">",
        delegation.name, "</a></li><li><a href=\"", vehicles_address(delegation), "\">",
        tr("Vehicles"), "</a></li></ol></nav>\n<div class=\"row far\"><h1>", plate, "</h1>",
        state_chip(reader, pass.state), "</div>\n",
        registration::on_behalf_note(reader, delegation),
        pass.state == VehiclePass::ended
            ? html(reader, "<p class=\"note\">", tr("This pass has ended and is changed no more."),
                   "</p>\n")
            : html(reader, "<form class=\"stack narrow\" method=\"post\" action=\"", address,
                   "\">\n", web::csrf_field(desk), web::refused_note(desk),
                   web::fields_of(desk, fields_of_plate()), "<p class=\"hint\">",
                   tr("Another plate is another pass: the one that is printed opens no gate any "
                      "more, and the secretariat gives a new one."),
                   "</p><p><button type=\"submit\" data-key=\"s\">", tr("Save"),
                   "</button></p>\n</form>\n",
                   vehicle_button(desk, address + "/end", "end", tr("Take away"), plate)));
    return {.title = plate + ", " + delegation.name.words(reader.language),
            .body = std::move(body),
            .frame = registration::delegation_frame(desk, delegation)};
}

}  // namespace sala::door
