// SPDX-License-Identifier: Apache-2.0
//
// One invitation: for the secretariat what was written and answered, for the delegation the form
// with which it answers.

#pragma once

#include "mail/standing.hpp"
#include "registration/invitation_letter.hpp"
#include "registration/invitations.view.hpp"
#include "web/unbroken_words.hpp"

namespace sala::registration {

inline std::vector<web::Field> fields_of_answer()
{
    return {
        web::choice("comes", tr("Will you come?"),
                    {{"yes", tr("Yes, we come")}, {"no", tr("No, we cannot come")}}),
        web::text("head", tr("Who will lead the delegation?"))
            .optional()
            .at_most(300)
            .hinted(tr("Name and post. It can be told later.")),
        web::number("people", tr("How many people, about?")).optional().at_most(1000),
        web::text("focal_name", tr("Focal point: name"))
            .optional()
            .at_most(200)
            .hinted(tr("Registers everybody who comes and answers our questions. It may be you.")),
        web::text("focal_address", tr("Focal point: e-mail address")).optional().at_most(254),
        web::lines("remark", tr("Anything we should know")).optional().at_most(2000)};
}

inline Answer::Words answer_words(const web::Form& form)
{
    return {form["head"], form.number("people").value_or(0), form["focal_name"],
            web::plain_address(form["focal_address"]), form["remark"]};
}

inline web::Html letter_text(const web::Reader& reader, const Rules& rules,
                             const LetterFacts& facts, const Language& language)
{
    const auto words = letter_words(rules, facts, language);
    return html(reader, "<section lang=\"", language.tag(), "\"><h2 class=\"h3\">",
                web::unbroken(reader, words.subject), "</h2>\n<pre class=\"letter\">",
                web::unbroken(reader, words.body), "</pre></section>\n");
}

inline web::Html answer_facts(const web::Reader& reader, const Answer& answer)
{
    const auto line = [&](const Sentence& label, const std::string& words) {
        return when(!words.empty(),
                    [&] { return html(reader, "<dt>", label, "</dt><dd>", words, "</dd>\n"); });
    };
    return html(
        reader, "<dl class=\"facts\">", line(tr("Head"), answer.words.head),
        line(tr("People"),
             answer.words.people > 0 ? std::to_string(answer.words.people) : std::string{}),
        line(tr("Focal point"), answer.words.focal_name),
        line(tr("E-mail address"), answer.words.focal_address),
        line(tr("Remark"), answer.words.remark), "<dt>", tr("Answered"), "</dt><dd>",
        forum::moment(reader, answer.at), "</dd></dl>\n", when(static_cast<bool>(answer.by), [&] {
            return html(reader, "<p class=\"said\">",
                        tr("Noted by the secretariat on behalf of the delegation"), "</p>\n");
        }));
}

inline web::Html answer_form(const web::Desk& desk, const Sentence& button)
{
    const auto& reader = desk.reader();
    return html(reader, "<form class=\"card\" method=\"post\" action=\"", desk.address(), "\">\n",
                web::csrf_field(desk), web::refused_note(desk),
                web::fields_of(desk, fields_of_answer()), "<p><button type=\"submit\">", button,
                "</button></p>\n</form>\n");
}

inline web::Html again_card(const web::Desk& desk)
{
    const auto& reader = desk.reader();
    return html(reader, "<section class=\"card\"><h2 class=\"h3\">", tr("Send the letter again"),
                "</h2><p>", tr("With a fresh link; to another address, if the first was wrong."),
                "</p><p><a class=\"button\" data-kind=\"plain\" href=\"", desk.address(),
                "/again\">", tr("Send it again"), "</a></p></section>\n");
}

// What the secretariat has to know before it writes again.
inline web::Html standing_note(const web::Reader& reader, const mail::Standing& standing)
{
    return html(reader,
                when(standing.came_back.has_value(),
                     [&] {
                         return html(reader, "<p class=\"note\">",
                                     tr("A letter to this address came back: {reason}",
                                        {{"reason", standing.came_back->reason}}),
                                     "</p>\n");
                     }),
                when(standing.wants_none, [&] {
                    return html(reader, "<p class=\"note\">",
                                tr("This address wants no reminders and news of the forum."),
                                "</p>\n");
                }));
}

inline web::Page invitation_page(const web::Desk& desk, const Rules& rules,
                                 const LetterFacts& facts, const Invited& one,
                                 const mail::Standing& standing)
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<nav><ol class=\"crumbs\"><li><a href=\"", facts.forum.address(),
        "/invitations\">", tr("Invitations"), "</a></li></ol></nav>\n<div class=\"row far\"><h1>",
        facts.delegation, "</h1>", answer_chip(reader, one), "</div>\n<p>", one.invitation.name,
        " <small class=\"soft\">", one.invitation.address, "</small>, ", letters_words(reader, one),
        ". <a href=\"", desk.address(), ".pdf\">", tr("The letter as PDF, in both languages"),
        "</a></p>\n", standing_note(reader, standing),
        "<div class=\"beside\">\n<div class=\"stack\">\n",
        when(one.answer.has_value(), [&] { return answer_facts(reader, *one.answer); }),
        each(web::interface_languages(),
             [&](const Language& language) { return letter_text(reader, rules, facts, language); }),
        "</div>\n<div class=\"stack\">\n<h2 class=\"h3\">",
        tr("Note an answer on behalf of the delegation"), "</h2>\n",
        answer_form(desk, tr("Note the answer")), again_card(desk), "</div>\n</div>\n");
    return {.title = facts.delegation.words(reader.language) + ", " + reader.say(tr("Invitations")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, facts.forum, "registrations")};
}

// What whoever followed the link reads. The public menu leads nowhere before the first release.
inline web::Page open_invitation_page(const web::Desk& desk, const Rules& rules,
                                      const LetterFacts& facts)
{
    const auto& reader = desk.reader();
    auto body =
        html(reader, "<div class=\"stack\">\n<h1>",
             tr("Your answer for {delegation}",
                {{"delegation", facts.delegation.words(reader.language)}}),
             "</h1>\n", letter_text(reader, rules, facts, reader.language), "<h2>",
             tr("Your answer"), "</h2>\n", answer_form(desk, tr("Send the answer")), "</div>\n");
    return {.title = reader.say(tr("Your answer")),
            .body = std::move(body),
            .frame = {.name = facts.forum.title, .zone = facts.forum.zone}};
}

inline web::Page answered_page(const web::Desk& desk, const forum::Forum& forum, bool comes)
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<div class=\"stack narrow\">\n<h1>", tr("Thank you for your answer"),
        "</h1>\n<p class=\"lede\">",
        comes ? tr("The focal point gets a letter with the next step: to register everybody who "
                   "comes.")
              : tr("We are sorry that you cannot come. The secretariat has been told."),
        "</p>\n</div>\n");
    return {.title = reader.say(tr("Thank you for your answer")),
            .body = std::move(body),
            .frame = {.name = forum.title, .zone = forum.zone}};
}

}  // namespace sala::registration
