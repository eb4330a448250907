// SPDX-License-Identifier: Apache-2.0
//
// Who has not answered, and the button that prepares a letter to each of them.

#pragma once

#include "mail/standing.hpp"
#include "registration/invitations.view.hpp"
#include "registration/unheard.hpp"
#include "script/zone.hpp"

namespace sala::registration {

// Those a reminder goes to: nobody who answered, nobody whose address is not kept, nobody who wants
// none, and nobody whose invitation has not even left (see unheard_at).
inline std::vector<Invited> not_answered(std::vector<Invited> all, const mail::Standings& standings,
                                         const std::set<Id<Invitation>>& unheard)
{
    std::erase_if(all, [&](const Invited& one) {
        return one.answer || !mail::is_mail_address(one.invitation.address) ||
               unheard.count(one.invitation.id) > 0 ||
               mail::standing_of(standings, one.invitation.address).wants_none;
    });
    return all;
}

// Who was invited and has heard nothing: their letter waits for somebody to read it.
inline std::vector<Invited> not_written_to(std::vector<Invited> all,
                                           const std::set<Id<Invitation>>& unheard)
{
    std::erase_if(all, [&](const Invited& one) {
        return one.answer || unheard.count(one.invitation.id) == 0;
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

inline web::Html not_reminded_list(const web::Reader& reader, const Sentence& why,
                                   const std::vector<Invited>& invited,
                                   const std::vector<forum::Part>& delegations)
{
    return when(!invited.empty(), [&] {
        return html(reader, "<h2 class=\"h3\">", why, "</h2>\n<ul class=\"list\">",
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

struct Reminders {
    std::vector<Invited> silent;
    std::vector<Invited> unsubscribed;
    std::vector<Invited> unheard;
    bool nobody_invited = false;
    bool all_answered = false;
};

// Of a sheet: whoever has not answered, whether a letter goes to them or not, and how it is with
// them.
inline std::vector<std::vector<std::string>>
unanswered_rows(const web::Reader& reader, const std::vector<Invited>& invited,
                const mail::Standings& standings, const std::set<Id<Invitation>>& unheard,
                const std::vector<forum::Part>& delegations)
{
    const auto how = [&](const Invited& one) {
        if (!mail::is_mail_address(one.invitation.address))
            return reader.say(tr("No address is kept"));
        if (unheard.contains(one.invitation.id))
            return reader.say(tr("A letter to them still waits"));
        return mail::standing_of(standings, one.invitation.address).wants_none
                   ? reader.say(tr("Wants no reminders"))
                   : reader.say(tr("has not answered"));
    };
    const auto day = [&, zone = script::Zone::named(reader.zone)](Instant at) {
        return script::iso(script::today_in(zone ? *zone : script::Zone::utc(), at));
    };
    std::vector<std::vector<std::string>> rows{
        {reader.say(tr("Delegation")), reader.say(tr("To")), reader.say(tr("E-mail address")),
         reader.say(tr("Letters")), reader.say(tr("Last letter")), reader.say(tr("Status"))}};
    for (const auto& one : invited)
        if (!one.answer)
            rows.push_back({part_words(reader, delegations, one.invitation.delegation.number()),
                            one.invitation.name, one.invitation.address,
                            std::to_string(one.letters),
                            one.letters == 0 ? std::string{} : day(one.last_letter), how(one)});
    return rows;
}

// What there is to say where nobody is to be reminded.
inline web::Html nobody_to_remind(const web::Reader& reader, const Reminders& reminders)
{
    const auto heading = reminders.nobody_invited ? tr("Nobody has been invited yet")
                         : reminders.all_answered ? tr("Everybody has answered")
                                                  : tr("Nobody is late");
    return html(reader, "<div class=\"empty\"><h2>", heading, "</h2><p>",
                tr("Nobody is to be reminded."), "</p></div>\n");
}

inline web::Html unheard_list(const web::Reader& reader, const forum::Forum& forum,
                              const std::vector<Invited>& unheard,
                              const std::vector<forum::Part>& delegations)
{
    return when(!unheard.empty(), [&] {
        return html(
            reader,
            not_reminded_list(reader, tr("A letter to them still waits"), unheard, delegations),
            "<p>", tr("Their letters wait in the outbox for somebody to read them."), " <a href=\"",
            forum.address(), "/outbox\">", tr("Outbox"), "</a></p>\n");
    });
}

inline web::Page reminders_page(const web::Desk& desk, const forum::Forum& forum,
                                const Reminders& reminders,
                                const std::vector<forum::Part>& delegations)
{
    const auto& silent = reminders.silent;
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/invitations\">",
        tr("Invitations"), "</a></li></ol></nav>\n<h1>", tr("Who has not answered"),
        "</h1>\n<p class=\"as\"><a href=\"", desk.address(), ".xlsx\">XLSX</a> <a href=\"",
        desk.address(), ".csv\">CSV</a></p>\n",
        silent.empty()
            ? nobody_to_remind(reader, reminders)
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
        unheard_list(reader, forum, reminders.unheard, delegations),
        not_reminded_list(reader, tr("Wants no reminders"), reminders.unsubscribed, delegations));
    return {.title = reader.say(tr("Who has not answered")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::registration
