// SPDX-License-Identifier: Apache-2.0
//
// The page of whoever stands at a door. Without script it is a search with a button beside each
// person; with it the camera reads badges, and the page goes on without network.

#pragma once

#include "door/vehicle_row.view.hpp"
#include "door/who_is_there.hpp"
#include "registration/photo.view.hpp"
#include "web/assets.hpp"

namespace sala::door {

using registration::Registered;
using web::each;
using web::html;
using web::when;

inline web::Field field_of_who_stood_there()
{
    return web::text("by", tr("Who stood at the door, as its list says")).optional().at_most(64);
}

inline std::vector<web::Field> fields_of_admission()
{
    return {web::text("scan", tr("Mark of the scan")).at_most(64),
            web::text("code", tr("Code of the badge")).optional().at_most(100),
            web::text("person", tr("Number of the person")).optional().at_most(20),
            web::text("vehicle", tr("Number of the vehicle pass")).optional().at_most(20),
            web::text("door", tr("Which door is this?")).at_most(60),
            web::text("zone", tr("It leads to")).optional().at_most(60),
            web::number("at", tr("When it was seen")).optional().at_most(9'999'999'999'999),
            web::tick("offline", tr("Decided without network")).optional(),
            field_of_who_stood_there()};
}

struct DoorPage {
    std::string forum;  // its address
    std::string door;
    std::string zone;
    std::string words;
    std::vector<std::string> zones;
    AtTheDoor found;
    std::optional<Admission> last;  // the one that was let in just now
    std::string scan;               // a fresh mark for the next
};

inline web::Html hidden_field(const web::Reader& reader, const char* name, const std::string& value)
{
    return html(reader, "<input type=\"hidden\" name=\"", std::string(name), "\" value=\"", value,
                "\">");
}

inline web::Html zone_select(const web::Reader& reader, const DoorPage& page)
{
    return html(reader, "<p><label for=\"zone\">", tr("It leads to"),
                "</label><select id=\"zone\" name=\"zone\"><option value=\"\">",
                tr("where every badge may go"), "</option>",
                each(page.zones,
                     [&](const std::string& zone) {
                         return html(
                             reader, "<option value=\"", zone, "\"",
                             when(zone == page.zone, [&] { return html(reader, " selected"); }),
                             ">", zone, "</option>");
                     }),
                "</select></p>\n");
}

inline web::Html let_in_form(const web::Desk& desk, const DoorPage& page, const char* what,
                             const std::string& number, const std::string& name)
{
    const auto& reader = desk.reader();
    return html(reader, "<form method=\"post\" action=\"", desk.address(), "\">",
                web::csrf_field(desk), hidden_field(reader, "scan", page.scan),
                hidden_field(reader, what, number), hidden_field(reader, "door", page.door),
                hidden_field(reader, "zone", page.zone), "<button type=\"submit\" aria-label=\"",
                tr("Let in"), ": ", name, "\">", tr("Let in"), "</button></form>");
}

inline web::Html door_vehicle(const web::Desk& desk, const DoorPage& page,
                              const DoorVehicle& vehicle)
{
    const auto& reader = desk.reader();
    const auto& pass = vehicle.pass;
    const auto plate = plate_words(reader, pass);
    return html(reader, "<li class=\"row\"><div class=\"stack\"><p><strong>", plate,
                "</strong></p><p>", tr("Vehicle"), " · ", vehicle.delegation, "<br>", pass.remark,
                "</p>",
                pass.opens() ? let_in_form(desk, page, "vehicle", pass.id.word(), plate)
                             : state_chip(reader, pass.state),
                "</div></li>\n");
}

// Of whom is said where several are listed.
inline web::Html undo_form(const web::Desk& desk, const DoorPage& page, Id<Admission> admission,
                           const std::string& name)
{
    const auto& reader = desk.reader();
    return html(reader, "<form method=\"post\" action=\"", page.forum, "/admissions/",
                admission.word(), "/undo\">", web::csrf_field(desk),
                "<button type=\"submit\" data-kind=\"plain\"",
                when(!name.empty(),
                     [&] { return html(reader, " aria-label=\"", tr("Undo"), ": ", name, "\""); }),
                ">", tr("Undo"), "</button></form>");
}

inline std::string category_and_delegation(const DoorPerson& person)
{
    const bool both = !person.category.empty() && !person.delegation.empty();
    return person.category + (both ? " · " : "") + person.delegation;
}

// "Let in", or why not.
inline web::Html way_in(const web::Desk& desk, const DoorPage& page, const DoorPerson& person,
                        const std::string& name)
{
    const auto& reader = desk.reader();
    if (!person.one.holds_place)
        return html(reader, registration::status_chip(reader, person.one.registration.status()));
    if (person.badge_ended)
        if (const auto enters =
                may_enter({.approved = true, .badge_ended = person.badge_ended}, "");
            !enters)
            return html(reader, "<p class=\"note\" data-is=\"conflict\">",
                        enters.refusal().sentence, "</p>");
    return let_in_form(desk, page, "person", person.one.registration.id().word(), name);
}

inline web::Html door_person(const web::Desk& desk, const DoorPage& page, const DoorPerson& person)
{
    const auto& reader = desk.reader();
    const auto name = registration::person_words(reader, person.one.particulars);
    return html(
        reader, "<li class=\"row\">", registration::portrait(reader, person.photo, name),
        "<div class=\"stack\"><p><strong>", name, "</strong>",
        registration::other_names(reader, person.one.particulars), "</p><p>",
        category_and_delegation(person), "<br><small class=\"soft\">",
        person.zones.empty() ? html(reader, tr("no zone")) : html(reader, joined(person.zones)),
        "</small></p>",
        when(person.seen.has_value(),
             [&] {
                 return html(reader, "<div class=\"note\"><p>",
                             tr("Was let in before at {door}:", {{"door", person.seen->door}}), " ",
                             forum::moment(reader, person.seen->at), "</p>",
                             undo_form(desk, page, person.seen->admission, name), "</div>");
             }),
        way_in(desk, page, person, name), "</div></li>\n");
}

inline web::Html found_people(const web::Desk& desk, const DoorPage& page)
{
    const auto& reader = desk.reader();
    if (page.words.empty())
        return {};
    if (page.found.people.empty() && page.found.vehicles.empty())
        return html(
            reader, "<div class=\"empty\"><h2>", tr("Nobody here"), "</h2><p>",
            tr("Nobody of this name, code or plate is registered. Somebody who is expected all "
               "the same can be noted as a walk-in."),
            "</p></div>\n");
    return html(reader, "<ul class=\"list\">",
                each(page.found.people,
                     [&](const DoorPerson& person) { return door_person(desk, page, person); }),
                each(page.found.vehicles,
                     [&](const DoorVehicle& one) { return door_vehicle(desk, page, one); }),
                "</ul>\n");
}

inline web::Html last_let_in(const web::Desk& desk, const DoorPage& page)
{
    const auto& reader = desk.reader();
    return when(page.last.has_value(), [&] {
        return html(reader, "<div class=\"note\" data-is=\"agreed\" role=\"status\"><p>",
                    tr("Let in:"), " ", forum::moment(reader, page.last->at), "</p>",
                    undo_form(desk, page, page.last->id, {}), "</div>\n");
    });
}

// The manifest, the worker and the list are named here, so that the script knows no address.
inline web::Page door_page(const web::Desk& desk, const forum::Forum& forum, const DoorPage& page)
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<div id=\"door\" class=\"stack narrow\" data-forum=\"", forum.slug,
        "\" data-address=\"", forum.address(), "/door\" data-undo=\"", forum.address(),
        "/admissions/\" data-list=\"", forum.address(), "/door/list.json\" data-worker=\"",
        forum.address(), "/door-worker\" data-manifest=\"", forum.address(),
        "/door/manifest\" data-zone=\"", forum.zone, "\">\n", "<h1>", tr("Check badges"), "</h1>\n",
        web::refused_note(desk), last_let_in(desk, page),
        "<div id=\"door-state\" role=\"status\"></div>\n<small id=\"door-photos\" "
        "class=\"soft\"></small>\n<div id=\"door-answer\" class=\"stack\" "
        "aria-live=\"assertive\"></div>\n<div id=\"door-camera\"></div>\n"
        "<form id=\"door-search\" class=\"stack\" role=\"search\" method=\"get\" action=\"",
        desk.address(), "\">\n<p><label for=\"q\">", tr("Badge, name or number plate"),
        "</label><span class=\"hint\" id=\"q-h\">",
        tr("Scan the badge or the pass, type the eight letters under its code, or a part of the "
           "name or of the number plate."),
        "</span><input id=\"q\" name=\"q\" type=\"search\" autocomplete=\"off\" "
        "aria-describedby=\"q-h\" value=\"",
        page.words, "\"></p>\n<div class=\"pair wide\"><p><label for=\"door-name\">",
        tr("Which door is this?"),
        "</label><input id=\"door-name\" name=\"door\" required maxlength=\"60\" value=\"",
        page.door, "\"></p>\n", zone_select(reader, page), "</div>\n<p><button type=\"submit\">",
        tr("Look up"), "</button></p>\n</form>\n<div id=\"door-found\">\n",
        found_people(desk, page),
        "</div>\n<div id=\"door-lately\" class=\"stack\"></div>\n<p><a href=\"", forum.address(),
        "/door/walk-in\">", tr("Note a walk-in"), "</a></p>\n<script src=\"",
        web::asset_address("door.js"), "\" defer></script>\n</div>\n");
    web::Frame frame{forum.address(), forum.title,
                     forum.bodies,    {{forum.address() + "/door", tr("Check badges"), true, 0}},
                     forum.zone,      true};
    return {.title = reader.say(tr("Check badges")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = desk.may(web::secretariat) ? forum::desk_frame(desk, forum, "registrations")
                                                : std::move(frame)};
}

}  // namespace sala::door
