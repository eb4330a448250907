// SPDX-License-Identifier: Apache-2.0
//
// Who has not answered, and the button that prepares a letter to each of them.

#pragma once

#include "registration/invitations.view.hpp"

namespace sala::registration {

// Those a reminder goes to: nobody who answered, and nobody whose address is not kept.
inline std::vector<Invited> not_answered(std::vector<Invited> all)
{
    std::erase_if(all, [](const Invited& one) {
        return one.answer || !mail::is_mail_address(one.invitation.address);
    });
    return all;
}

inline web::Page reminders_page(const web::Desk& desk, const forum::Forum& forum,
                                const std::vector<Invited>& silent,
                                const std::vector<forum::Part>& delegations)
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/invitations\">",
        tr("Invitations"), "</a></li></ol></nav>\n<h1>", tr("Who has not answered"), "</h1>\n",
        silent.empty()
            ? html(reader, "<div class=\"empty\"><h2>", tr("Everybody has answered"), "</h2><p>",
                   tr("Nobody is to be reminded."), "</p></div>\n")
            : html(reader, "<ul class=\"list\">",
                   each(silent,
                        [&](const Invited& one) {
                            return html(
                                reader, "<li>",
                                part_words(reader, delegations, one.invitation.delegation.number()),
                                " <small class=\"soft\">", one.invitation.name, ", ",
                                one.invitation.address, "</small> ", letters_words(reader, one),
                                "</li>\n");
                        }),
                   "</ul>\n<form method=\"post\" action=\"", desk.address(), "\">",
                   web::csrf_field(desk), "<p>",
                   tr("Each gets a letter with a fresh link. The letters wait in the outbox."),
                   "</p><p><button type=\"submit\">",
                   tr_count("Prepare {count} reminder", "Prepare {count} reminders", silent.size()),
                   "</button></p></form>\n"));
    return {.title = reader.say(tr("Who has not answered")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::registration
