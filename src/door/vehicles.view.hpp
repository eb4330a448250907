// SPDX-License-Identifier: Apache-2.0
//
// The vehicles of all delegations, for the secretariat: whose they are, which wait, the passes on
// paper, and those that ended.

#pragma once

#include "door/vehicle_paper.hpp"
#include "door/vehicle_row.view.hpp"
#include "registration/paper_parts.hpp"

namespace sala::door {

inline constexpr std::size_t vehicles_a_page = 100;

struct VehiclesPage {
    std::vector<forum::Part> delegations;
    std::vector<VehiclePass> passes = {};
    WaitingVehicles waiting = {};  // of the forum, whatever the list is narrowed to
    std::int64_t to_print = 0;     // passes of the list, whatever state it is narrowed to
    web::Pages pages = {};

    std::string narrowed(const std::string& name) const
    {
        for (const auto& [one, words] : pages.narrowed)
            if (one == name)
                return words;
        return {};
    }
};

inline std::vector<web::Field> fields_of_vehicle()
{
    auto fields = fields_of_plate();
    fields.insert(fields.begin(), web::text("delegation", tr("Delegation")));
    return fields;
}

// Only what has a pass is on paper, so the state of the list does not narrow it.
inline std::vector<registration::PaperPart> papers_of(const VehiclesPage& page)
{
    auto narrowed = page.pages.narrowed;
    std::erase_if(narrowed, [](const auto& one) { return one.first == "state"; });
    return registration::paper_parts(page.pages.address, narrowed, page.to_print, passes_a_paper);
}

inline web::Html narrow_vehicles(const web::Reader& reader, const VehiclesPage& page)
{
    std::vector<std::pair<std::string, Sentence>> states{{"", tr("not ended")}};
    for (const auto state : {VehiclePass::waiting, VehiclePass::given, VehiclePass::ended})
        states.emplace_back(std::string(word(state)), state_name(state));
    return html(
        reader, "<form class=\"stack\" method=\"get\" action=\"", page.pages.address,
        "\">\n<div class=\"pair wide\"><p><label for=\"q\">", tr("Plate, or what it is"),
        "</label><input id=\"q\" name=\"q\" value=\"", page.narrowed("q"), "\"></p>\n",
        registration::select_of(reader, "state", tr("Pass"), states, page.narrowed("state")),
        registration::select_of(
            reader, "delegation", tr("Delegation"),
            registration::part_choices(reader, page.delegations, tr("every delegation")),
            page.narrowed("delegation")),
        "</div>\n<p><button type=\"submit\" data-kind=\"plain\">", tr("Narrow the list"),
        "</button></p>\n</form>\n");
}

inline web::Html vehicle_row(const web::Desk& desk, const forum::Forum& forum,
                             const VehiclesPage& page, const VehiclePass& pass)
{
    const auto& reader = desk.reader();
    const auto* part = registration::part_of(page.delegations, pass.delegation.number());
    const auto plate = plate_words(reader, pass);
    const auto address = forum.address() + "/vehicles/" + pass.id.word();
    const bool ended = pass.state == VehiclePass::ended;
    return html(
        reader, "<tr><th scope=\"row\">",
        part && !ended ? html(reader, "<a href=\"", forum.address(), "/delegations/", part->key,
                              "/vehicles/", pass.id.word(), "\">", plate, "</a>")
                       : html(reader, plate),
        "</th><td data-th=\"", tr("Delegation"), "\">",
        part_words(reader, page.delegations, pass.delegation.number()), "</td><td data-th=\"",
        tr("What it is"), "\">", pass.remark, "</td><td data-th=\"", tr("Pass"), "\">",
        state_chip(reader, pass.state), "</td><td><span class=\"row\">",
        when(pass.state == VehiclePass::waiting,
             [&] {
                 return vehicle_button(desk, address + "/give", "plain", tr("Give a pass"), plate);
             }),
        when(!ended,
             [&] { return vehicle_button(desk, address + "/end", "end", tr("End"), plate); }),
        "</span></td></tr>\n");
}

inline web::Html vehicle_table(const web::Desk& desk, const forum::Forum& forum,
                               const VehiclesPage& page)
{
    const auto& reader = desk.reader();
    if (page.passes.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("No vehicle here"), "</h2><p>",
                    tr("Delegations name theirs on their own page; a pass lies behind the "
                       "windscreen and is read at the gate."),
                    "</p></div>\n");
    return html(
        reader, "<table class=\"fold\"><caption>",
        tr_count("{count} vehicle", "{count} vehicles", static_cast<std::size_t>(page.pages.found)),
        "</caption><thead><tr><th scope=\"col\">", tr("Number plate"), "</th><th scope=\"col\">",
        tr("Delegation"), "</th><th scope=\"col\">", tr("What it is"), "</th><th scope=\"col\">",
        tr("Pass"), "</th><th scope=\"col\"><span class=\"unseen\">", tr("Change"),
        "</span></th></tr></thead>\n<tbody>",
        each(page.passes,
             [&](const VehiclePass& pass) { return vehicle_row(desk, forum, page, pass); }),
        "</tbody></table>\n");
}

inline web::Html waiting_form(const web::Desk& desk, const forum::Forum& forum,
                              const VehiclesPage& page)
{
    const auto& reader = desk.reader();
    return when(page.waiting.count > 0, [&] {
        const auto count = static_cast<std::size_t>(page.waiting.count);
        return html(reader, "<form class=\"card\" method=\"post\" action=\"", forum.address(),
                    "/vehicles/give\">\n<input type=\"hidden\" name=\"until\" value=\"",
                    page.waiting.last.word(), "\">", web::csrf_field(desk), "<p>",
                    tr_count("{count} vehicle waits for a pass.",
                             "{count} vehicles wait for a pass.", count),
                    "</p><p><button type=\"submit\" data-kind=\"plain\">",
                    tr_count("Give {count} pass", "Give all {count} passes", count),
                    "</button></p>\n</form>\n");
    });
}

inline web::Html passes_to_print(const web::Reader& reader, const VehiclesPage& page)
{
    const auto papers = papers_of(page);
    return when(!papers.empty(), [&] {
        return html(reader, "<h2 class=\"h3\">", tr("Passes on paper"),
                    "</h2>\n<ul class=\"list\">",
                    each(papers,
                         [&](const registration::PaperPart& one) {
                             return html(reader, "<li>",
                                         papers.size() == 1
                                             ? tr_count("{count} pass", "{count} passes",
                                                        static_cast<std::size_t>(page.to_print))
                                             : tr("Passes {first} to {last}",
                                                  {{"first", std::to_string(one.first)},
                                                   {"last", std::to_string(one.last)}}),
                                         "<br>", pass_papers(reader, one.address), "</li>\n");
                         }),
                    "</ul>\n");
    });
}

inline web::Html new_vehicle_form(const web::Desk& desk, const VehiclesPage& page)
{
    const auto& reader = desk.reader();
    auto fields = fields_of_vehicle();
    fields[0].kind = web::Field::choice;
    fields[0].choices =
        registration::part_choices(reader, page.delegations, tr("Choose the delegation"));
    return html(reader, "<form class=\"card\" method=\"post\" action=\"", page.pages.address,
                "\">\n", web::csrf_field(desk), "<h2 class=\"h3\">", tr("Give out a pass"),
                "</h2>\n", web::refused_note(desk), web::fields_of(desk, fields),
                "<p><button type=\"submit\">", tr("Make the pass"), "</button></p>\n</form>\n");
}

inline web::Page vehicles_page(const web::Desk& desk, const forum::Forum& forum,
                               const VehiclesPage& page)
{
    const auto& reader = desk.reader();
    auto body =
        html(reader, "<h1>", tr("Vehicles"), "</h1>\n", places_of_doors(reader, forum),
             "<div class=\"beside\">\n<div class=\"stack\">\n", narrow_vehicles(reader, page),
             vehicle_table(desk, forum, page), web::pages_of(reader, page.pages),
             "</div>\n<div class=\"stack\">\n", waiting_form(desk, forum, page),
             passes_to_print(reader, page), new_vehicle_form(desk, page), "</div>\n</div>\n");
    return {.title = reader.say(tr("Vehicles")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::door
