// SPDX-License-Identifier: Apache-2.0
//
// How the badges of each category look and where they open: a line each, with the form to change
// it.

#pragma once

#include "document/badge.hpp"
#include "door/badges.view.hpp"

namespace sala::door {

inline Sentence colour_name(std::string_view name)
{
    if (name == "green")
        return tr("green");
    if (name == "marigold")
        return tr("marigold");
    if (name == "red")
        return tr("red");
    if (name == "teal")
        return tr("teal");
    if (name == "plum")
        return tr("plum");
    if (name == "grey")
        return tr("grey");
    if (name == "sand")
        return tr("sand");
    return tr("indigo");
}

inline std::vector<std::pair<std::string, Sentence>> colour_choices()
{
    std::vector<std::pair<std::string, Sentence>> choices;
    for (const auto& colour : document::badge_colours())
        choices.emplace_back(std::string(colour.name), colour_name(colour.name));
    return choices;
}

inline std::vector<web::Field> fields_of_design()
{
    return {web::text("category", tr("Category")).optional(),
            web::choice("colour", tr("Colour of the bands"), colour_choices()),
            web::text("zones", tr("Opens"))
                .optional()
                .at_most(400)
                .hinted(tr("Zones, separated by commas: Hall, Dinner, Backstage. A door asks for "
                           "one of them, or lets in everybody with a badge.")),
            web::tick("photo", tr("Print the photo")).optional()};
}

inline web::Html designs_table(const web::Reader& reader,
                               const std::vector<forum::Part>& categories, const Designs& designs)
{
    const auto row = [&](const std::string& name, std::int64_t number) {
        const auto& design = design_for(designs, number);
        return html(reader, "<tr><th scope=\"row\">", name, "</th><td data-th=\"", tr("Colour"),
                    "\"><span class=\"swatch\" data-colour=\"", design.colour, "\"></span> ",
                    colour_name(design.colour), "</td><td data-th=\"", tr("Opens"), "\">",
                    design.zones.empty() ? html(reader, tr("no zone"))
                                         : html(reader, joined(design.zones)),
                    "</td><td data-th=\"", tr("Photo"), "\">", design.photo ? tr("yes") : tr("no"),
                    "</td></tr>\n");
    };
    return html(reader, "<table class=\"fold\"><thead><tr><th scope=\"col\">", tr("Category"),
                "</th><th scope=\"col\">", tr("Colour"), "</th><th scope=\"col\">", tr("Opens"),
                "</th><th scope=\"col\">", tr("Photo"), "</th></tr></thead>\n<tbody>",
                each(categories,
                     [&](const forum::Part& part) {
                         return row(part_words(reader, categories, part.number), part.number);
                     }),
                row(reader.say(tr("Everybody else")), 0), "</tbody></table>\n");
}

inline web::Html design_form(const web::Desk& desk, const std::vector<forum::Part>& categories)
{
    const auto& reader = desk.reader();
    auto fields = fields_of_design();
    fields[0].kind = web::Field::choice;
    fields[0].choices = {{"", tr("Everybody else")}};
    for (const auto& part : categories)
        fields[0].choices.emplace_back(
            part.key, tr("{name}", {{"name", part_words(reader, categories, part.number)}}));
    return html(reader, "<form class=\"card\" method=\"post\" action=\"", desk.address(), "\">\n",
                web::csrf_field(desk), "<h2 class=\"h3\">", tr("Change a category"), "</h2>\n",
                web::refused_note(desk), web::fields_of(desk, fields),
                "<p><button type=\"submit\">", tr("Keep it like this"), "</button></p>\n</form>\n");
}

inline web::Page designs_page(const web::Desk& desk, const forum::Forum& forum,
                              const std::vector<forum::Part>& categories, const Designs& designs)
{
    const auto& reader = desk.reader();
    auto body =
        html(reader, "<h1>", tr("How badges look"), "</h1>\n", places_of_doors(reader, forum),
             "<p class=\"lede\">",
             tr("Each category has a colour and its name on the badge, so that it is seen from "
                "afar and by those who see no colours."),
             "</p>\n<div class=\"beside\">\n<div class=\"stack\">\n",
             designs_table(reader, categories, designs), "</div>\n<div class=\"stack\">\n",
             design_form(desk, categories), "</div>\n</div>\n");
    return {.title = reader.say(tr("How badges look")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::door
