// SPDX-License-Identifier: Apache-2.0
//
// All asks and meetings of a forum as its secretariat sees them, those that are stuck first.

#pragma once

#include "bilateral/meeting.view.hpp"

namespace sala::bilateral {

struct MeetingsPage {
    std::vector<Known> all;
    std::vector<Meeting> meetings;
    std::size_t head_changes = 0;
};

inline web::Html places_of_bilaterals(const web::Reader& reader, const forum::Forum& forum)
{
    return html(reader, "<nav class=\"screen\" aria-label=\"", tr("Bilateral meetings"),
                "\"><ul class=\"tabs\"><li><a href=\"", forum.address(), "/bilaterals\">",
                tr("Asks for meetings"), "</a></li><li><a href=\"", forum.address(),
                "/needs-and-offers\">", tr("Needs and offers"), "</a></li><li><a href=\"",
                forum.address(), "/bilaterals/proposal\">", tr("Who should meet whom"),
                "</a></li><li><a href=\"", forum.address(), "/bilaterals/plan\">", tr("Timetable"),
                "</a></li><li><a href=\"", forum.address(), "/bilaterals/rules\">", tr("Rules"),
                "</a></li></ul></nav>\n");
}

inline web::Html status_counts(const web::Reader& reader, const MeetingsPage& page, Instant now)
{
    return html(reader, "<dl class=\"figures\">",
                each(all_statuses,
                     [&](Status status) {
                         const auto count = std::count_if(
                             page.meetings.begin(), page.meetings.end(),
                             [&](const Meeting& meeting) { return meeting.status(now) == status; });
                         return html(reader, "<div><dt>", status_name(status), "</dt><dd>",
                                     std::int64_t{count}, "</dd></div>");
                     }),
                "</dl>\n");
}

inline web::Html meeting_row(const web::Desk& desk, const forum::Forum& forum,
                             const MeetingsPage& page, const Meeting& meeting)
{
    const auto& reader = desk.reader();
    std::vector<std::int64_t> awaited;
    for (const auto side : meeting.awaited(desk.now()))
        awaited.push_back(meeting.delegation(side));
    const auto link = [&](Side side) {
        const auto* known = find(page.all, meeting.delegation(side));
        return known ? html(reader, "<a href=\"", forum.address(), "/delegations/", known->key,
                            "/meetings/", meeting.id().word(), "\">",
                            delegation_name(reader, *known), "</a>")
                     : html(reader, tr("No longer listed"));
    };
    web::Html guests;
    for (const auto side : meeting.sides())
        if (side != Side::host)
            guests += html(reader, when(!guests.empty(), [&] { return html(reader, ", "); }),
                           meeting.takes_part(side) ? link(side)
                                                    : html(reader, "<del>", link(side), "</del>"));
    return html(
        reader, "<tr><th scope=\"row\">", link(Side::host), "</th><td data-th=\"",
        tr("Who was asked"), "\">", guests, "</td><td data-th=\"", tr("Status"), "\">",
        status_chip(reader, meeting.status(desk.now())),
        when(meeting.is_stuck(desk.now()),
             [&] {
                 return html(reader, " <span class=\"chip\" data-is=\"conflict\">", tr("stuck"),
                             "</span>");
             }),
        "</td><td data-th=\"", tr("Waits for"), "\">",
        !awaited.empty()
            ? html(reader, words_of(reader, page.all, awaited), "<br><small class=\"soft\">",
                   tr("until {time}", {{"time", forum::moment_words(reader, meeting.expires())}}),
                   "</small>")
            : web::Html{},
        "</td></tr>\n");
}

inline web::Html meetings_table(const web::Desk& desk, const forum::Forum& forum,
                                const MeetingsPage& page)
{
    const auto& reader = desk.reader();
    if (page.meetings.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("Nobody has asked yet"), "</h2><p>",
                    tr("Delegations ask from their page of bilateral meetings. You may ask on "
                       "their behalf."),
                    "</p></div>\n");
    auto sorted = page.meetings;
    std::stable_sort(sorted.begin(), sorted.end(), [&](const Meeting& a, const Meeting& b) {
        return a.is_stuck(desk.now()) > b.is_stuck(desk.now());
    });
    return html(
        reader, "<table class=\"fold\"><caption>", tr("Asks and meetings"),
        "</caption><thead><tr><th scope=\"col\">", tr("Who asks"), "</th><th scope=\"col\">",
        tr("Who was asked"), "</th><th scope=\"col\">", tr("Status"), "</th><th scope=\"col\">",
        tr("Waits for"), "</th></tr></thead>\n<tbody>",
        each(sorted,
             [&](const Meeting& meeting) { return meeting_row(desk, forum, page, meeting); }),
        "</tbody></table>\n");
}

inline web::Page meetings_page(const web::Desk& desk, const forum::Forum& forum,
                               const MeetingsPage& page)
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<h1>", tr("Bilateral meetings"), "</h1>\n", places_of_bilaterals(reader, forum),
        status_counts(reader, page, desk.now()),
        when(page.head_changes > 0,
             [&] {
                 return html(
                     reader, "<div class=\"note\"><p>",
                     tr_count("{count} agreed meeting has another head of delegation than both "
                              "sides know.",
                              "{count} agreed meetings have another head of delegation than both "
                              "sides know.",
                              page.head_changes),
                     "</p>",
                     act_button(desk, forum.address() + "/bilaterals/heads", {},
                                tr("Prepare letters to both sides"), "plain"),
                     "</div>\n");
             }),
        "<div id=\"meetings\" data-live=\"forum:", forum.slug, "\">",
        meetings_table(desk, forum, page), "</div>\n<section><h2 class=\"h3\">",
        tr("Act for a delegation"), "</h2>\n<ul class=\"columns\">",
        each(page.all,
             [&](const Known& known) {
                 return html(reader, "<li><a href=\"", forum.address(), "/delegations/", known.key,
                             "/bilaterals\">", delegation_name(reader, known), "</a></li>\n");
             }),
        "</ul></section>\n");
    return {.title =
                reader.say(tr("Bilateral meetings")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "bilaterals")};
}

}  // namespace sala::bilateral
