// SPDX-License-Identifier: Apache-2.0
//
// Who has not answered, and the button that prepares a letter to each of them.

#pragma once

#include "mail/standing.hpp"
#include "registration/invitations.view.hpp"

namespace sala::registration {

// Those a reminder goes to: nobody who answered, nobody whose address is not kept, and nobody who
// wants none.
inline std::vector<Invited> not_answered(std::vector<Invited> all, const mail::Standings& standings)
{
    std::erase_if(all, [&](const Invited& one) {
        return one.answer || !mail::is_mail_address(one.invitation.address) ||
               mail::standing_of(standings, one.invitation.address).wants_none;
    });
    return all;
}

// Who has not answered and is not reminded all the same, because they asked for that.
inline std::vector<Invited> wants_no_reminder(std::vector<Invited> all,
                                              const mail::Standings& standings)
{
    std::erase_if(all, [&](const Invited& one) {
        return one.answer || !mail::standing_of(standings, one.invitation.address).wants_none;
    });
    return all;
}

inline web::Html unsubscribed_list(const web::Reader& reader, const std::vector<Invited>& invited,
                                   const std::vector<forum::Part>& delegations)
{
    return when(!invited.empty(), [&] {
        return html(reader, "<h2 class=\"h3\">", tr("Wants no reminders"),
                    "</h2>\n<ul class=\"list\">",
                    each(invited,
                         [&](const Invited& one) {
                             return html(reader, "<li>",
                                         part_words(reader, delegations,
                                                    one.invitation.delegation.number()),
                                         " <small class=\"soft\">", one.invitation.name, ", ",
                                         one.invitation.address, "</small></li>\n");
                         }),
                    "</ul>\n");
    });
}

inline web::Page reminders_page(const web::Desk& desk, const forum::Forum& forum,
                                const std::vector<Invited>& silent,
                                const std::vector<Invited>& unsubscribed,
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
                   "</button></p></form>\n"),
        unsubscribed_list(reader, unsubscribed, delegations));
    return {.title = reader.say(tr("Who has not answered")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::registration
