// SPDX-License-Identifier: Apache-2.0
//
// A delegation's day as a page: one meeting after another.

#pragma once

#include "bilateral/day.hpp"
#include "bilateral/interpreted.hpp"
#include "bilateral/party.view.hpp"

namespace sala::bilateral {

inline web::Html day_card(const web::Desk& desk, const Party& party, const DayEntry& one)
{
    const auto& reader = desk.reader();
    const auto line = [&](const Sentence& label, const std::string& words) {
        return when(!words.empty(),
                    [&] { return html(reader, "<dt>", label, "</dt><dd>", words, "</dd>"); });
    };
    return html(
        reader, "<li class=\"stack\"><h2 class=\"h3\">", entry_time(reader, one.entry), " · ",
        one.with, "</h2>\n",
        when(one.called_off,
             [&] {
                 return html(reader, "<p><span class=\"chip\" data-is=\"conflict\">",
                             tr("called off"), "</span></p>\n");
             }),
        when(one.desk_is_gone && !one.called_off,
             [&] {
                 return html(reader, "<p class=\"note\" data-is=\"conflict\">",
                             tr("This desk is not there any more. The secretariat will tell "
                                "you where you meet."),
                             "</p>\n");
             }),
        "<dl class=\"facts\">", line(tr("Where"), entry_desk(reader, one.entry)),
        line(tr("Why"), one.why), line(tr("Who comes with us"), one.ours.people),
        each(one.theirs,
             [&](const auto& theirs) {
                 return line(tr("Who comes with {name}", {{"name", theirs.first}}),
                             theirs.second.people);
             }),
        line(tr("Languages"), languages_of(reader, one.pair)),
        line(tr("Interpreter"), one.ours.interpreter),
        line(tr("Terms"), one.items == 0 ? std::string{}
                                         : reader.say(tr("{open} of {all} items still to agree",
                                                         {{"open", std::to_string(one.open_items)},
                                                          {"all", std::to_string(one.items)}}))),
        "</dl>\n",
        when(works_for(desk, party) && !one.called_off,
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
    const auto list =
        html(reader, "<ol class=\"list\">",
             each(day.entries, [&](const DayEntry& one) { return day_card(desk, party, one); }),
             "</ol>\n<p class=\"as\"><a href=\"", desk.address(), ".ics\">", tr("As calendar"),
             "</a> <a href=\"", desk.address(), ".pdf\">", tr("As PDF"), "</a></p>\n");
    auto body =
        html(reader, "<h1>", tr("Our day"), "</h1>\n<p class=\"lede\">",
             delegation_name(reader, party.self), "</p>\n",
             when(day.published.number > 0 && !day.published.is_final,
                  [&] {
                      return html(reader, "<p class=\"note\">",
                                  tr("This timetable is preliminary and may change."), "</p>\n");
                  }),
             "<div id=\"day\" data-live=\"plan:", party.forum.slug, "\">",
             day.entries.empty() ? none : list, "</div>\n");
    return party_page(desk, party, reader.say(tr("Our day")), std::move(body), "day");
}

}  // namespace sala::bilateral
