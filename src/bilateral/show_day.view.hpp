// SPDX-License-Identifier: Apache-2.0
//
// A delegation's day as a page: one meeting after another.

#pragma once

#include "bilateral/day.hpp"
#include "bilateral/interpreted.hpp"
#include "bilateral/party.view.hpp"
#include "bilateral/terms.view.hpp"

namespace sala::bilateral {

// Of a meeting with both heads; and of one beside another, which the head cannot be in as well.
inline std::string where_the_head_is(const web::Reader& reader, const Day& day, const DayEntry& one)
{
    if (one.with_heads)
        return reader.say(one.at_once ? tr("Is here, not in the other meeting at this time.")
                                      : tr("Both heads are there themselves."));
    if (!one.at_once)
        return {};
    const bool elsewhere =
        std::any_of(day.entries.begin(), day.entries.end(), [&](const DayEntry& other) {
            return other.with_heads && !other.called_off && other.is_beside(one);
        });
    return reader.say(
        elsewhere ? tr("Is in the other meeting at this time.")
                  : tr("You have another meeting at this time: decide where your head is."));
}

inline web::Html day_card(const web::Reader& reader, const Party& party, const Day& day,
                          const DayEntry& one)
{
    const auto line = [&](const Sentence& label, const std::string& words) {
        return when(!words.empty(),
                    [&] { return html(reader, "<dt>", label, "</dt><dd>", words, "</dd>"); });
    };
    return html(
        reader, "<li class=\"stack\"><h2 class=\"h3\"><span class=\"nb\">",
        entry_time(reader, one.entry), "</span> · ", one.with, "</h2>\n",
        when(one.called_off,
             [&] {
                 return html(reader, "<p><span class=\"chip\" data-is=\"conflict\">",
                             tr("called off"), "</span></p>\n");
             }),
        when(one.desk_is_gone && !one.called_off,
             [&] {
                 return html(reader, "<p class=\"note\" data-is=\"conflict\">",
                             tr("This desk is not there any more. The secretariat will "
                                "tell you where you meet."),
                             "</p>\n");
             }),
        "<dl class=\"facts\">", line(tr("Where"), entry_desk(reader, one.entry)),
        line(tr("Why"), one.why), line(tr("Who comes with us"), one.ours.people),
        each(one.theirs,
             [&](const auto& theirs) {
                 return line(tr("Who comes with {name}", {{"name", theirs.first}}),
                             theirs.second.people);
             }),
        line(tr("Head of delegation"), where_the_head_is(reader, day, one)),
        line(tr("Languages"), languages_of(reader, one.pair)),
        line(one.theirs.empty() ? tr("Interpreter") : tr("Our interpreter"), one.ours.interpreter),
        each(one.theirs,
             [&](const auto& theirs) {
                 return line(tr("Interpreter of {name}", {{"name", theirs.first}}),
                             theirs.second.interpreter);
             }),
        line(tr("Terms"),
             one.items == 0
                 ? std::string{}
                 : reader.say(how_far(static_cast<std::size_t>(one.open_items),
                                      static_cast<std::size_t>(one.items), one.confirmed))),
        "</dl>\n",
        when(!one.called_off,
             [&] {
                 return html(reader, "<p><a href=\"", party.home(), "/meetings/",
                             one.entry.meeting.word(), "/brief\">", tr("Brief of one page"),
                             "</a></p>");
             }),
        "</li>\n");
}

inline web::Page day_page(const web::Desk& desk, const Party& party, const Day& day)
{
    const auto& reader = desk.reader();
    const auto none = html(
        reader, "<div class=\"empty\"><h2>", tr("No meeting is in the timetable yet"), "</h2><p>",
        tr("As soon as the secretariat publishes it, your meetings stand here."), "</p></div>\n");
    const auto list = html(
        reader, "<ol class=\"list\">",
        each(day.entries, [&](const DayEntry& one) { return day_card(reader, party, day, one); }),
        "</ol>\n<p class=\"as\"><a href=\"", desk.address(), ".ics\">", tr("As calendar"),
        "</a> <a href=\"", desk.address(), ".pdf\">", tr("As PDF"), "</a></p>\n");
    auto body =
        html(reader, "<h1>", tr("Our day"), "</h1>\n<p class=\"lede\">",
             delegation_name(reader, party.self), "</p>\n", "<div id=\"day\" data-live=\"",
             topic_of(party), "\">\n",
             when(day.published.number > 0 && !day.published.is_final,
                  [&] {
                      return html(reader, "<p class=\"note\">",
                                  tr("This timetable is preliminary and may change."), "</p>\n");
                  }),
             day.entries.empty() ? none : list, "</div>\n");
    return party_page(desk, party, reader.say(tr("Our day")), std::move(body), "day");
}

}  // namespace sala::bilateral
