// SPDX-License-Identifier: Apache-2.0
//
// The public list: those who are approved and whose delegation said that they may stand on it.

#pragma once

#include "directory/person_card.view.hpp"
#include "registration/registrations.view.hpp"

namespace sala::registration {

inline constexpr std::size_t participants_a_page = 100;

struct ParticipantsPage {
    std::vector<Registered> people;  // by delegation, in the order of precedence
    std::vector<forum::Part> delegations;
    web::Pages pages;
};

inline web::Html participant(const web::Reader& reader, const Registered& one)
{
    const auto& particulars = one.particulars;
    return html(
        reader, "<li class=\"person\"><p class=\"name\">",
        directory::name_with_honorific(reader, particulars.honorific(), particulars.name()), "</p>",
        directory::name_in_other_script(reader, particulars.honorific(), particulars.name()),
        "<p class=\"post\">",
        particulars.post().empty() ? html(reader, role_name(particulars["role"]))
                                   : html(reader, particulars.post()),
        "</p></li>\n");
}

inline web::Html participants_of(const web::Reader& reader, const ParticipantsPage& page,
                                 const forum::Part& delegation)
{
    const auto people = each(page.people, [&](const Registered& one) {
        return when(one.registration.delegation().number() == delegation.number,
                    [&] { return participant(reader, one); });
    });
    return when(!people.empty(), [&] {
        return html(reader, "<section><h2>", delegation.name, "</h2>\n<ul class=\"people\">",
                    people, "</ul></section>\n");
    });
}

// Shown where a list has pages, and where it was narrowed: a short one is read as it is.
inline web::Html find_participants(const web::Reader& reader, const ParticipantsPage& page)
{
    const auto& narrowed = page.pages.narrowed;
    const bool whole = narrowed[0].second.empty() && narrowed[1].second.empty();
    return when(!whole || page.pages.from > 0 || !page.pages.ends(), [&] {
        return html(reader, "<form class=\"stack screen\" role=\"search\" method=\"get\" action=\"",
                    page.pages.address, "\">\n<div class=\"pair\"><p><label for=\"q\">", tr("Name"),
                    "</label><input id=\"q\" name=\"q\" type=\"search\" value=\"",
                    narrowed[1].second, "\"></p>\n",
                    select_of(reader, "delegation", tr("Delegation"),
                              part_choices(reader, page.delegations, tr("every delegation")),
                              narrowed[0].second),
                    "</div>\n<p><button type=\"submit\" data-kind=\"plain\">",
                    tr("Narrow the list"), "</button></p>\n</form>\n");
    });
}

inline web::Html nobody_stands_here(const web::Reader& reader, const ParticipantsPage& page)
{
    return page.pages.query(0).empty()
               ? html(reader, "<div class=\"empty\"><h2>", tr("Nobody stands here yet"), "</h2><p>",
                      tr("The list grows as delegations register."), "</p></div>\n")
               : html(reader, "<div class=\"empty\"><h2>", tr("Nobody here"), "</h2><p>",
                      tr("Nobody on this list fits."), "</p></div>\n");
}

inline web::Page participants_page(const web::Desk& desk, const forum::Forum& forum,
                                   const ParticipantsPage& page)
{
    const auto& reader = desk.reader();
    auto body = html(reader, "<h1>", tr("Participants"), "</h1>\n<p class=\"lede\">",
                     tr("Those who said that they may stand here. Others come, too."), "</p>\n",
                     find_participants(reader, page),
                     page.people.empty() ? nobody_stands_here(reader, page)
                                         : html(reader, "<div class=\"stack\">\n",
                                                each(page.delegations,
                                                     [&](const forum::Part& part) {
                                                         return participants_of(reader, page, part);
                                                     }),
                                                "</div>\n", pages_of(reader, page.pages)),
                     "<p><a href=\"", forum.address(), "/mine\">",
                     tr("You are registered? Look after it yourself."), "</a></p>\n");
    return {.title = reader.say(tr("Participants")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::forum_frame(desk, forum, "participants")};
}

}  // namespace sala::registration
