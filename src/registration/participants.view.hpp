// SPDX-License-Identifier: Apache-2.0
//
// The public list: those who are approved and whose delegation said that they may stand on it.

#pragma once

#include "directory/person_card.view.hpp"
#include "registration/registration_form.view.hpp"

namespace sala::registration {

struct ParticipantsPage {
    std::vector<Registered> people;  // by delegation, in the order of precedence
    std::vector<forum::Part> delegations;
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

inline web::Page participants_page(const web::Desk& desk, const forum::Forum& forum,
                                   const ParticipantsPage& page)
{
    const auto& reader = desk.reader();
    auto body =
        html(reader, "<h1>", tr("Participants"), "</h1>\n<p class=\"lede\">",
             tr("Those who said that they may stand here. Others come, too."), "</p>\n",
             page.people.empty()
                 ? html(reader, "<div class=\"empty\"><h2>", tr("Nobody stands here yet"),
                        "</h2><p>", tr("The list grows as delegations register."), "</p></div>\n")
                 : html(reader, "<div class=\"stack\">\n",
                        each(page.delegations,
                             [&](const forum::Part& part) {
                                 return participants_of(reader, page, part);
                             }),
                        "</div>\n"),
             "<p><a href=\"", forum.address(), "/mine\">",
             tr("You are registered? Look after it yourself."), "</a></p>\n");
    return {.title = reader.say(tr("Participants")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::forum_frame(desk, forum, "participants")};
}

}  // namespace sala::registration
