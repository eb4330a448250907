// SPDX-License-Identifier: Apache-2.0
//
// Where a delegation works on its meetings: what it needs and offers, whom it would meet, what was
// asked and agreed.

#pragma once

#include "bilateral/meeting.view.hpp"
#include "bilateral/want.view.hpp"

namespace sala::bilateral {

struct BilateralsPage {
    std::vector<Topic> topics;
    Wants wants;
    std::vector<Meeting> meetings;
    std::vector<Practice> practices;
};

// What the delegation did, each with the way to change it.
inline web::Html own_practices(const web::Desk& desk, const Party& party,
                               const std::vector<Practice>& practices)
{
    const auto& reader = desk.reader();
    const bool writes = works_for(desk, party);
    const auto& sheet = sheet::sheet_named("practices");
    const auto one = [&](const Practice& practice) {
        return html(reader, "<li>", practice_line(reader, practice),
                    when(writes,
                         [&] {
                             return html(reader, " <a href=\"",
                                         want_address(party, sheet, practice.key), "\">",
                                         tr("Change"), "</a>");
                         }),
                    "</li>\n");
    };
    const auto list =
        practices.empty()
            ? html(reader, "<p>",
                   tr("Nothing is written down yet. Needs and offers can point to what your city "
                      "did."),
                   "</p>\n")
            : html(reader, "<ul class=\"list\">", each(practices, one), "</ul>\n");
    return html(reader, "<section><h2 class=\"h3\">", tr("What we did"), "</h2>\n", list,
                when(writes,
                     [&] {
                         return html(reader, "<p><a href=\"", want_address(party, sheet, "new"),
                                     "\">", tr("Add a practice"), "</a></p>");
                     }),
                "</section>\n");
}

// A delegate reads; only whoever speaks for the delegation asks and writes.
inline web::Html bilateral_links(const web::Desk& desk, const Party& party)
{
    const auto& reader = desk.reader();
    if (!works_for(desk, party))
        return html(reader, "<p class=\"row\"><a href=\"", party.home(), "/commitments\">",
                    tr("Our commitments"), "</a> <a href=\"", party.forum.address(),
                    "/needs-and-offers\">", tr("What all need and offer"), "</a></p>\n");
    return html(reader, "<p class=\"row\"><a class=\"button\" href=\"", party.home(),
                "/meetings/new\" data-key=\"n\">", tr("Ask for a meeting"), "</a> <a href=\"",
                party.home(), "/suggestions\">", tr("Whom you might meet"), "</a> <a href=\"",
                party.home(), "/preferences\">", tr("Whom we would meet"), "</a> <a href=\"",
                party.home(), "/times\">", tr("When we cannot meet"), "</a> <a href=\"",
                party.home(), "/commitments\">", tr("Our commitments"), "</a> <a href=\"",
                party.forum.address(), "/needs-and-offers\">", tr("What all need and offer"),
                "</a></p>\n");
}

// One of the delegation's meetings: with whom, what it is, whose turn.
inline web::Html own_meeting(const web::Desk& desk, const Party& party, const Meeting& meeting)
{
    const auto& reader = desk.reader();
    const auto side = *meeting.side_of(party.self.number);
    const auto with = names_at(reader, party.all, meeting.whom_meets(side));
    return html(reader, "<tr><th scope=\"row\">",
                works_for(desk, party) ? html(reader, "<a href=\"", party.home(), "/meetings/",
                                              meeting.id().word(), "\">", with, "</a>")
                                       : with,
                "</th><td data-th=\"", tr("Who asked"), "\">",
                side == Side::host ? tr("we asked") : tr("they asked"), "</td><td data-th=\"",
                tr("Status"), "\">", status_chip(reader, meeting.status_for(side, desk.now())),
                when(meeting.awaits(side, desk.now()),
                     [&] {
                         return html(reader, " <strong>",
                                     tr("your turn, until {time}",
                                        {{"time", forum::moment_words(reader, meeting.expires())}}),
                                     "</strong>");
                     }),
                "</td></tr>\n");
}

inline web::Html own_meetings(const web::Desk& desk, const Party& party,
                              const std::vector<Meeting>& meetings)
{
    const auto& reader = desk.reader();
    if (meetings.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("No meeting yet"), "</h2><p>",
                    tr("Ask somebody, or wait to be asked. An ask holds no time: only what is "
                       "agreed is planned."),
                    "</p></div>\n");
    return html(
        reader, "<table class=\"fold\"><caption>", tr("Our meetings"),
        "</caption><thead><tr><th scope=\"col\">", tr("With"), "</th><th scope=\"col\">",
        tr("Who asked"), "</th><th scope=\"col\">", tr("Status"), "</th></tr></thead>\n<tbody>",
        each(meetings, [&](const Meeting& meeting) { return own_meeting(desk, party, meeting); }),
        "</tbody></table>\n");
}

inline web::Page bilaterals_page(const web::Desk& desk, const Party& party,
                                 const BilateralsPage& page)
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<h1>", tr("Bilateral meetings"), "</h1>\n<p class=\"lede\">",
        delegation_name(reader, party.self), "</p>\n", acts_in_place(reader, party),
        bilateral_links(desk, party), "<div id=\"meetings\" data-live=\"", topic_of(party), "\">",
        own_meetings(desk, party, page.meetings), "</div>\n<div class=\"beside even\">\n",
        own_wants(desk, party, sheet::sheet_named("needs"), page.wants.needs, page.topics),
        own_wants(desk, party, sheet::sheet_named("offers"), page.wants.offers, page.topics),
        "</div>\n", own_practices(desk, party, page.practices));
    return party_page(desk, party, reader.say(tr("Bilateral meetings")), std::move(body));
}

}  // namespace sala::bilateral
