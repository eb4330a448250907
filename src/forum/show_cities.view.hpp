// SPDX-License-Identifier: Apache-2.0
//
// Delegations and cities by country.

#pragma once

#include "directory/person_card.view.hpp"
#include "forum/note.view.hpp"
#include "forum/participants.hpp"
#include "web/desk.hpp"

namespace sala::forum {

inline web::Html participant_item(const web::Reader& reader, const Participant& one)
{
    const auto name = web::html(reader, one.name);
    return web::html(reader, "<li><p>",
                     one.address.empty()
                         ? name
                         : web::html(reader, "<a href=\"", one.address, "\">", name, "</a>"),
                     " ", web::other_script(reader, one.name), "</p>",
                     web::when(!one.head.name.empty(),
                               [&] {
                                   return web::html(reader, "<p class=\"small\">",
                                                    directory::whole_name_unbroken(
                                                        reader, one.head.honorific, one.head.name),
                                                    "</p>");
                               }),
                     web::when(one.size.has_value(),
                               [&] {
                                   return web::html(reader, "<p class=\"soft small\">",
                                                    tr_count("{count} person", "{count} people",
                                                             static_cast<std::size_t>(*one.size)),
                                                    "</p>");
                               }),
                     web::when(!one.sends_delegation,
                               [&] {
                                   return web::html(reader, "<p class=\"soft small\">",
                                                    tr("No delegation is listed."), "</p>");
                               }),
                     note_line(reader, one.note), "</li>\n");
}

inline web::Html country_section(const web::Reader& reader, const CountryGroup& group)
{
    return web::html(
        reader, "<section class=\"tight\">\n<h2 class=\"h3\">",
        group.name.empty() ? web::html(reader, tr("Of no country"))
                           : web::html(reader, group.name,
                                       directory::country_mark(reader, group.code, group.name)),
        "</h2>\n", note_line(reader, group.note), "<ul class=\"list\">\n",
        web::each(group.participants,
                  [&](const Participant& one) { return participant_item(reader, one); }),
        "</ul>\n</section>\n");
}

inline web::Html no_cities(const web::Reader& reader)
{
    return web::html(reader, "<section class=\"empty\"><h2>", tr("No cities yet"), "</h2><p>",
                     tr("Delegations will be listed here by country. The secretariat adds them in "
                        "the sheets “cities” and "
                        "“delegations”."),
                     "</p></section>\n");
}

inline web::Page cities_page(const web::Desk& desk, const Forum& forum,
                             const std::vector<CountryGroup>& all)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("Cities")) + ", " + forum.title.words(reader.language),
            .body =
                web::html(reader, "<h1>", tr("Cities"), "</h1>\n<p class=\"lede\">",
                          tr("Who takes part, by country, in the order of the alphabet."), "</p>\n",
                          all.empty() ? no_cities(reader)
                                      : web::html(reader, "<div class=\"cols three flow\">\n",
                                                  web::each(all,
                                                            [&](const CountryGroup& one) {
                                                                return country_section(reader, one);
                                                            }),
                                                  "</div>\n"),
                          "<p><a href=\"", forum.address(), "/organisations\">",
                          tr("Organisations that take part"), "</a></p>\n", "<p class=\"as\">",
                          tr("This page for programs:"), " <a href=\"", forum.address(),
                          "/cities.json\">JSON</a></p>\n")};
}

}  // namespace sala::forum
