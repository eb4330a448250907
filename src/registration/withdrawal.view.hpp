// SPDX-License-Identifier: Apache-2.0
//
// The question before a delegation says that somebody does not come after all.

#pragma once

#include "registration/delegation.view.hpp"
#include "registration/registration.view.hpp"

namespace sala::registration {

inline web::Page withdrawal_page(const web::Desk& desk, const Delegation& delegation,
                                 const Registered& one)
{
    const auto& reader = desk.reader();
    const auto name = person_words(reader, one.particulars);
    const auto address = delegation.address() + "/people/" + one.registration.id().word();
    const auto question = tr("Withdraw {name}?", {{"name", name}});
    auto body = html(
        reader, back_to_delegation(reader, delegation), "<div class=\"narrow stack\">\n<h1>",
        question, "</h1>\n", on_behalf_note(reader, delegation),
        "<form class=\"card stack\" method=\"post\" action=\"", desk.address(), "\">\n",
        web::csrf_field(desk), web::refused_note(desk), "<dl class=\"facts\">\n<dt>", tr("Part"),
        "</dt><dd>", role_name(one.particulars["role"]), "</dd>\n<dt>", tr("Status"), "</dt><dd>",
        status_chip(reader, one.registration.status()), "</dd>\n</dl>\n<p>",
        tr("Say that this person does not come. What was entered stays, and they can be sent in "
           "again."),
        "</p>\n",
        when(one.holds_place,
             [&] {
                 return html(reader, "<p>",
                             tr("Their place becomes free for somebody else, and a badge that was "
                                "printed opens no door."),
                             "</p>\n");
             }),
        "<p class=\"row\">",
        when(after(one.registration.status(), Step::withdraw).has_value(),
             [&] {
                 return html(reader, "<button type=\"submit\" data-kind=\"end\">",
                             tr("Withdraw this person"), "</button> ");
             }),
        "<a href=\"", address, "\">", tr("Do not withdraw"), "</a></p>\n</form>\n</div>\n");
    return {.title = reader.say(question),
            .body = std::move(body),
            .frame = delegation_frame(desk, delegation)};
}

}  // namespace sala::registration
