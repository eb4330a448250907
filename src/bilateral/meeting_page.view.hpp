// SPDX-License-Identifier: Apache-2.0
//
// The page of one meeting, as one of its two sides sees it.

#pragma once

#include "bilateral/meeting.view.hpp"

namespace sala::bilateral {

struct MeetingPage {
    Meeting meeting;
    Side side = Side::host;  // whose page this is
    std::map<std::int64_t, std::string> names;
    Companies companies;
    bool said_no = false;            // this side, about the other: shown to itself alone
    std::vector<std::string> pairs;  // of languages that can be interpreted
    web::Html more = {};             // the time and desk, the terms, the brief, what came of it
};

inline std::string meeting_address(const Party& party, const Meeting& meeting)
{
    return party.home() + "/meetings/" + meeting.id().word();
}

inline web::Html hidden_turn(const web::Desk& desk, const Meeting& meeting, Step step)
{
    return html(desk.reader(), web::csrf_field(desk),
                "<input type=\"hidden\" name=\"step\" value=\"", word(step),
                "\"><input type=\"hidden\" name=\"turn\" value=\"", meeting.turn(), "\">");
}

inline web::Html words_field(const web::Reader& reader, const std::string& id,
                             const Sentence& label)
{
    return html(reader, "<p><label for=\"", id, "\">", label, "</label><textarea id=\"", id,
                "\" name=\"words\" rows=\"3\"></textarea></p>\n");
}

// An answer that needs words, folded away until somebody wants it.
inline web::Html folded_answer(const web::Desk& desk, const MeetingPage& page, Step step,
                               const Sentence& title, const Sentence& label,
                               const web::Html& fields = {})
{
    const auto& reader = desk.reader();
    const auto id = std::string(word(step)) + "-words";
    return html(reader, "<details><summary>", title,
                "</summary>\n<form class=\"stack\" "
                "method=\"post\" action=\"",
                desk.address(), "\">", hidden_turn(desk, page.meeting, step), fields,
                words_field(reader, id, label), "<p><button type=\"submit\" data-kind=\"",
                std::string(step == Step::propose ? "plain" : "end"), "\">", title,
                "</button></p></form></details>\n");
}

inline web::Html proposal_fields(const web::Reader& reader, const MeetingPage& page)
{
    const auto& manner = page.meeting.manner();
    return html(
        reader, "<p><label for=\"slots\">", tr("How many slots in a row"),
        "</label><input type=\"number\" id=\"slots\" name=\"slots\" min=\"1\" max=\"6\" value=\"",
        manner.slots,
        "\"></p>\n<p><label class=\"tick\"><input type=\"checkbox\" "
        "name=\"with_heads\" value=\"yes\"",
        when(manner.with_heads, [&] { return html(reader, " checked"); }), "> ",
        tr("The heads of both delegations are there themselves"),
        "</label></p>\n<p><label for=\"pair\">", tr("Interpreted between"),
        "</label><input type=\"text\" id=\"pair\" name=\"pair\" list=\"pairs\" value=\"",
        manner.pair, "\"><datalist id=\"pairs\">",
        each(page.pairs,
             [&](const std::string& pair) {
                 return html(reader, "<option value=\"", pair, "\"></option>");
             }),
        "</datalist></p>\n");
}

inline web::Html answer_forms(const web::Desk& desk, const Party& party, const MeetingPage& page)
{
    const auto& reader = desk.reader();
    const auto& meeting = page.meeting;
    const auto status = meeting.status(desk.now());
    const auto awaited = meeting.awaited(desk.now());
    const auto confirms = status == Status::unconfirmed;
    const auto step = confirms ? Step::confirm : Step::accept;
    const bool mine = awaited == page.side;
    return html(
        reader, web::refused_note(desk),
        when(awaited && !mine,
             [&] {
                 return html(
                     reader, "<p>",
                     tr("It is the turn of {name}, until {time}.",
                        {{"name", words_of(reader, party.all, meeting.delegation(*awaited))},
                         {"time", forum::moment_words(reader, meeting.expires())}}),
                     "</p>\n");
             }),
        when(mine,
             [&] {
                 return html(
                     reader, "<p>",
                     tr("It is your turn, until {time}.",
                        {{"time", forum::moment_words(reader, meeting.expires())}}),
                     "</p>\n",
                     act_button(desk, desk.address(),
                                {{"step", std::string(word(step))},
                                 {"turn", std::to_string(meeting.turn())}},
                                confirms ? tr("Confirm this meeting") : tr("Accept this meeting"),
                                ""),
                     folded_answer(desk, page, Step::propose, tr("Propose changes"),
                                   tr("What should be different"), proposal_fields(reader, page)),
                     folded_answer(desk, page, Step::decline, tr("Decline"), tr("Why")));
             }),
        when(awaited.has_value() || status == Status::accepted, [&] {
            return folded_answer(desk, page, Step::withdraw,
                                 status == Status::accepted ? tr("Call this meeting off")
                                                            : tr("Take it back"),
                                 tr("Why"));
        }));
}

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

inline std::vector<web::Field> fields_of_company()
{
    return {web::text("people", tr("Who comes along"))
                .optional()
                .at_most(500)
                .hinted(tr("Names or posts; the other side sees them.")),
            web::text("interpreter", tr("Our interpreter")).optional().at_most(200)};
}

inline web::Html company_part(const web::Desk& desk, const Party& party, const MeetingPage& page)
{
    const auto& reader = desk.reader();
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
    const auto own = of_side(page.side);
    return html(
        reader, "<section><h2 class=\"h3\">", tr("Who comes"), "</h2>\n<dl class=\"facts\">",
        row(page.side), row(other(page.side)), "</dl>\n<details><summary>", tr("Say who comes"),
        "</summary>\n<form class=\"stack\" method=\"post\" action=\"", desk.address(),
        "/company\">", web::csrf_field(desk), "<p><label for=\"people\">", tr("Who comes along"),
        "</label><input type=\"text\" id=\"people\" name=\"people\" value=\"", own.people,
        "\"></p>\n<p><label for=\"interpreter\">", tr("Our interpreter"),
        "</label><input type=\"text\" id=\"interpreter\" name=\"interpreter\" value=\"",
        own.interpreter, "\"></p>\n<p><button type=\"submit\" data-kind=\"plain\">", tr("Save"),
        "</button></p></form></details></section>\n");
}

inline web::Page meeting_page(const web::Desk& desk, const Party& party, const MeetingPage& page)
{
    const auto& reader = desk.reader();
    const auto with = page.meeting.delegation(other(page.side));
    const auto title = tr("Meeting with {name}", {{"name", words_of(reader, party.all, with)}});
    auto body =
        html(reader, party_crumbs(reader, party, html(reader, words_of(reader, party.all, with))),
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
                  [&] { return company_part(desk, party, page); }),
             meeting_acts(reader, party, page), "</div>\n</div>\n");
    return party_page(desk, party, reader.say(title), std::move(body));
}

}  // namespace sala::bilateral
