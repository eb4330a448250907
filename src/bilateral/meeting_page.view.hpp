// SPDX-License-Identifier: Apache-2.0
//
// The page of one meeting, as one of its two sides sees it.

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
                     return html(reader, " <small class=\"soft\">",
                                 tr("the secretariat, on its behalf"), "</small>");
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
                "</h2>\n<ol class=\"acts\">", all, "</ol></section>\n");
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
                "</h2>\n<dl class=\"facts\">", row(page.side), row(other(page.side)),
                "</dl>\n<p><a href=\"", meeting_address(party, page.meeting), "/company\">",
                tr("Say who comes"), "</a></p></section>\n");
}

inline web::Page meeting_page(const web::Desk& desk, const Party& party, const MeetingPage& page)
{
    const auto& reader = desk.reader();
    const auto with = page.meeting.delegation(other(page.side));
    const auto title = tr("Meeting with {name}", {{"name", words_of(reader, party.all, with)}});
    auto body =
        html(reader, party_crumbs(desk, party, html(reader, words_of(reader, party.all, with))),
             "<div class=\"row far\"><h1>", title, "</h1>",
             status_chip(reader, page.meeting.status(desk.now())), "</div>\n<p class=\"lede\">",
             manner_words(reader, page.meeting.manner()), "</p>\n", acts_in_place(reader, party),
             when(page.said_no,
                  [&] {
                      return html(reader, "<p class=\"note\">",
                                  tr("You said “no” about this delegation. Nobody else knows; they "
                                     "see an ask that is not "
                                     "answered. You can leave it, or decline."),
                                  "</p>\n");
                  }),
             "<div class=\"beside\">\n<div class=\"stack\">\n", answer_forms(desk, party, page),
             page.more, "</div>\n<div class=\"stack\">\n",
             when(page.meeting.status(desk.now()) == Status::accepted,
                  [&] { return company_part(reader, party, page); }),
             meeting_acts(reader, party, page), "</div>\n</div>\n");
    return party_page(desk, party, reader.say(title), std::move(body));
}

}  // namespace sala::bilateral
