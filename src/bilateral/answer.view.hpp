// SPDX-License-Identifier: Apache-2.0
//
// What a side can answer to a meeting: accept, propose changes, decline, take it back. A form that
// was refused comes back open, with what was typed and the sentence beside the field.

#pragma once

#include "bilateral/meeting.view.hpp"

namespace sala::bilateral {

struct MeetingPage {
    Meeting meeting;
    Side side = Side::host;  // whose page this is
    std::map<std::int64_t, std::string> names;
    Companies companies;
    std::vector<std::int64_t> said_no;  // about whom this side did: shown to itself alone
    std::vector<std::string> pairs;     // of languages that can be interpreted
    std::string place = {};             // when and where, as published; empty: not yet, or gone
    web::Html more = {};                // the terms, the brief, what came of it
    std::optional<script::Day> words_stand_until = {};
};

inline std::string meeting_address(const Party& party, const Meeting& meeting)
{
    return party.home() + "/meetings/" + meeting.id().word();
}

inline bool came_back(const web::Desk& desk, Step step)
{
    return desk.typed() && (*desk.typed())["step"] == word(step);
}

// What is wrong with a field of this form; nothing while another one was sent.
inline web::Html answer_error(const web::Desk& desk, Step step, const std::string& field)
{
    return when(came_back(desk, step), [&] { return web::error_of(desk, field); });
}

inline web::Html marked_wrong(const web::Desk& desk, const std::string& field,
                              const web::Html& error)
{
    return when(!error.empty(), [&] {
        return html(desk.reader(), " aria-invalid=\"true\" aria-describedby=\"", field, "-e\"");
    });
}

inline web::Html words_field(const web::Desk& desk, Step step, const Sentence& label)
{
    const auto& reader = desk.reader();
    const auto id = std::string(word(step)) + "-words";
    const auto error = answer_error(desk, step, "words");
    return html(reader, "<p><label for=\"", id, "\">", label, "</label><textarea id=\"", id,
                "\" name=\"words\" rows=\"3\"", marked_wrong(desk, "words", error), ">",
                came_back(desk, step) ? (*desk.typed())["words"] : std::string{}, "</textarea>",
                error, "</p>\n");
}

// An answer that needs words, folded away until somebody wants it.
inline web::Html folded_answer(const web::Desk& desk, const MeetingPage& page, Step step,
                               const Sentence& title, const Sentence& label,
                               const web::Html& fields = {})
{
    const auto& reader = desk.reader();
    return html(reader, "<details",
                when(came_back(desk, step), [&] { return html(reader, " open"); }), "><summary>",
                title, "</summary>\n<form class=\"stack\" method=\"post\" action=\"",
                desk.address(), "\">", web::csrf_field(desk),
                "<input type=\"hidden\" name=\"step\" value=\"", word(step),
                "\"><input type=\"hidden\" name=\"turn\" value=\"", page.meeting.turn(), "\">",
                fields, words_field(desk, step, label), "<p><button type=\"submit\" data-kind=\"",
                std::string(step == Step::propose ? "plain" : "end"), "\">", title,
                "</button></p></form></details>\n");
}

inline web::Html proposal_fields(const web::Desk& desk, const MeetingPage& page)
{
    const auto& reader = desk.reader();
    const auto shown =
        came_back(desk, Step::propose) ? *desk.typed() : form_of(page.meeting.manner());
    const auto slots = answer_error(desk, Step::propose, "slots");
    const auto pair = answer_error(desk, Step::propose, "pair");
    return html(
        reader, "<p><label for=\"slots\">", tr("How many slots in a row"),
        "</label><input type=\"number\" id=\"slots\" name=\"slots\" min=\"1\" max=\"6\" value=\"",
        shown["slots"], "\"", marked_wrong(desk, "slots", slots), ">", slots,
        "</p>\n<p><label class=\"tick\"><input type=\"checkbox\" name=\"with_heads\" value=\"yes\"",
        when(shown.ticked("with_heads"), [&] { return html(reader, " checked"); }), "> ",
        tr("The heads of both delegations are there themselves"),
        "</label></p>\n<p><label for=\"pair\">", tr("Interpreted between"),
        "</label><input type=\"text\" id=\"pair\" name=\"pair\" list=\"pairs\" value=\"",
        shown["pair"], "\"", marked_wrong(desk, "pair", pair), "><datalist id=\"pairs\">",
        each(page.pairs,
             [&](const std::string& one) {
                 return html(reader, "<option value=\"", one, "\"></option>");
             }),
        "</datalist>", pair, "</p>\n");
}

// What is wrong with the whole answer; all that is wrong when its form is not here any more, and
// then what was written in it as well.
inline web::Html answer_refused(const web::Desk& desk, bool form_is_here)
{
    const auto& reader = desk.reader();
    if (form_is_here)
        return web::refused_note(desk);
    const auto words = desk.typed() ? (*desk.typed())["words"] : std::string{};
    const bool proposed = came_back(desk, Step::propose);
    return html(reader, every_refusal(desk), when(proposed || !words.empty(), [&] {
                    return html(reader, "<section class=\"note\"><h2 class=\"h3\">",
                                tr("What you typed, which is not kept"), "</h2>\n",
                                when(proposed,
                                     [&] {
                                         return html(reader, "<p>",
                                                     manner_words(reader, manner_of(*desk.typed())),
                                                     "</p>");
                                     }),
                                "<p class=\"said\">", words, "</p></section>\n");
                }));
}

// Whose turn it is, and until when.
inline web::Html turn_words(const web::Desk& desk, const Party& party, const MeetingPage& page)
{
    const auto awaited = page.meeting.awaited(desk.now());
    if (awaited.empty())
        return {};
    std::vector<std::int64_t> whose;
    whose.reserve(awaited.size());
    for (const auto side : awaited)
        whose.push_back(page.meeting.delegation(side));
    const auto& reader = desk.reader();
    const auto time = forum::moment_words(reader, page.meeting.expires());
    return html(reader, "<p>",
                page.meeting.awaits(page.side, desk.now())
                    ? tr("It is your turn, until {time}.", {{"time", time}})
                    : tr("It is the turn of {name}, until {time}.",
                         {{"name", words_of(reader, party.all, whose)}, {"time", time}}),
                "</p>\n");
}

// Of whoever has to say something now.
inline web::Html turn_forms(const web::Desk& desk, const MeetingPage& page)
{
    const bool confirms = page.meeting.status(desk.now()) == Status::unconfirmed;
    const auto step = confirms ? Step::confirm : Step::accept;
    return html(desk.reader(),
                act_button(desk, desk.address(),
                           {{"step", std::string(word(step))},
                            {"turn", std::to_string(page.meeting.turn())}},
                           confirms ? tr("Confirm this meeting") : tr("Accept this meeting"), ""),
                folded_answer(desk, page, Step::propose, tr("Propose changes"),
                              tr("What should be different"), proposal_fields(desk, page)),
                folded_answer(desk, page, Step::decline, tr("Decline"), tr("Why")));
}

inline web::Html answer_forms(const web::Desk& desk, const Party& party, const MeetingPage& page)
{
    const auto& reader = desk.reader();
    const bool agreed = page.meeting.status_for(page.side, desk.now()) == Status::accepted;
    const bool mine = page.meeting.awaits(page.side, desk.now());
    const bool can_end = page.meeting.can_withdraw(page.side, desk.now());
    const bool form_is_here =
        (mine && (came_back(desk, Step::propose) || came_back(desk, Step::decline))) ||
        (can_end && came_back(desk, Step::withdraw));
    return html(reader, answer_refused(desk, form_is_here), turn_words(desk, party, page),
                when(mine, [&] { return turn_forms(desk, page); }),
                when(can_end,
                     [&] {
                         return folded_answer(
                             desk, page, Step::withdraw,
                             agreed ? tr("Call this meeting off") : tr("Take it back"), tr("Why"));
                     }),
                when(mine || can_end, [&] { return words_stand(reader, page.words_stand_until); }));
}

}  // namespace sala::bilateral
