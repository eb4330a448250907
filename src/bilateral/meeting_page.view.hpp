// SPDX-License-Identifier: Apache-2.0
//
// The page of one meeting, as one of its sides sees it.

#pragma once

#include "bilateral/answer.view.hpp"

namespace sala::bilateral {

inline web::Html meeting_acts(const web::Reader& reader, const Party& party,
                              const MeetingPage& page)
{
    const auto one = [&](const Act& act) {
        const auto name = page.names.find(act.by.number());
        return html(
            reader, "<li>", forum::moment(reader, act.at), " <span>",
            name_at(reader, party.all, page.meeting.delegation(act.side)), " ", said_name(act.step),
            when(act.step == Step::ask || act.step == Step::propose,
                 [&] { return html(reader, ": ", manner_words(reader, act.manner)); }),
            when(act.on_behalf,
                 [&] {
                     return html(reader, " <small class=\"soft\">", tr("on its behalf"),
                                 "</small>");
                 }),
            when(!act.words.empty(),
                 [&] { return html(reader, "<br><span class=\"said\">", act.words, "</span>"); }),
            when(name != page.names.end() && page.meeting.delegation(act.side) == party.self.number,
                 [&] { return html(reader, " <small class=\"soft\">", name->second, "</small>"); }),
            "</span></li>\n");
    };
    web::Html all;
    for (auto act = page.meeting.acts().rbegin(); act != page.meeting.acts().rend(); ++act)
        all += one(*act);
    return html(reader, "<section><h2 class=\"h3\">", tr("What was said"),
                "</h2>\n<ol class=\"acts day-acts\">", all, "</ol></section>\n");
}

inline web::Html company_part(const web::Reader& reader, const Party& party,
                              const MeetingPage& page)
{
    const auto of_side = [&](Side side) {
        const auto found = page.companies.find({page.meeting.id().number(), side});
        return found == page.companies.end() ? Company{} : found->second;
    };
    const auto row = [&](Side side) {
        const auto company = of_side(side);
        return html(
            reader, "<dt>", name_at(reader, party.all, page.meeting.delegation(side)), "</dt><dd>",
            company.people.empty() ? reader.say(tr("Nobody named yet")) : company.people,
            when(!company.interpreter.empty(),
                 [&] {
                     return html(reader, "<br>",
                                 tr("Interpreter: {name}", {{"name", company.interpreter}}));
                 }),
            "</dd>");
    };
    return html(reader, "<section><h2 class=\"h3\">", tr("Who comes"),
                "</h2>\n<dl class=\"facts\">", row(page.side),
                each(page.meeting.others(page.side), row), "</dl>\n<p><a href=\"",
                meeting_address(party, page.meeting), "/company\">", tr("Say who comes"),
                "</a></p></section>\n");
}

inline web::Html said_no_note(const web::Reader& reader, const Party& party,
                              const MeetingPage& page, bool open)
{
    // Once the ask has expired there is nothing to leave or decline any more.
    return when(!page.said_no.empty() && open, [&] {
        return html(
            reader, "<p class=\"note\">",
            page.meeting.is_of_several()
                ? tr("You said “no” about {name}. Nobody else knows; they see an ask that is not "
                     "answered. You can leave it, or decline.",
                     {{"name", words_of(reader, party.all, page.said_no)}})
                : tr("You said “no” about this delegation. Nobody else knows; they see an ask that "
                     "is not answered. You can leave it, or decline."),
            "</p>\n");
    });
}

// Of a meeting of several: what each has answered so far.
inline web::Html who_answered(const web::Desk& desk, const Party& party, const MeetingPage& page)
{
    const auto& reader = desk.reader();
    const auto answer = [&](Side side) {
        return !page.meeting.takes_part(side)          ? tr("does not come")
               : page.meeting.awaits(side, desk.now()) ? tr("has to answer")
               : page.meeting.is_open(desk.now()) ||
                       page.meeting.status(desk.now()) == Status::accepted
                   ? tr("said yes")
                   : tr("was asked");
    };
    return when(page.meeting.is_of_several(), [&] {
        return html(reader, "<section><h2 class=\"h3\">", tr("Who was asked"),
                    "</h2>\n<ul class=\"list\">",
                    each(page.meeting.sides(),
                         [&](Side side) {
                             return html(reader, "<li>",
                                         name_at(reader, party.all, page.meeting.delegation(side)),
                                         ": ", answer(side), "</li>\n");
                         }),
                    "</ul></section>\n");
    });
}

inline web::Page meeting_page(const web::Desk& desk, const Party& party, const MeetingPage& page)
{
    const auto& reader = desk.reader();
    const auto with = words_of(reader, party.all, page.meeting.whom_meets(page.side));
    const auto is = page.meeting.status_for(page.side, desk.now());
    const auto title = tr("Meeting with {name}", {{"name", with}});
    auto body =
        html(reader, party_crumbs(desk, party, html(reader, with)), "<div class=\"row far\"><h1>",
             title, "</h1>", status_chip(reader, is), "</div>\n<p class=\"lede\">",
             manner_words(reader, page.meeting.manner()), "</p>\n",
             when(is == Status::accepted,
                  [&] {
                      return html(reader, "<p><strong>",
                                  page.place.empty() ? reader.say(tr("Not in the timetable yet."))
                                                     : page.place,
                                  "</strong></p>\n");
                  }),
             acts_in_place(reader, party),
             said_no_note(reader, party, page, page.meeting.is_open(desk.now())),
             who_answered(desk, party, page), "<div class=\"beside\">\n<div class=\"stack\">\n",
             answer_forms(desk, party, page), page.more, "</div>\n<div class=\"stack\">\n",
             when(is == Status::accepted, [&] { return company_part(reader, party, page); }),
             meeting_acts(reader, party, page), "</div>\n</div>\n");
    return party_page(desk, party, reader.say(title), std::move(body));
}

}  // namespace sala::bilateral
