// SPDX-License-Identifier: Apache-2.0
//
// One registration before those who decide, and the preview of a decision about many.

#pragma once

#include "directory/person_card.view.hpp"
#include "registration/came_back.view.hpp"
#include "registration/photo.view.hpp"
#include "registration/registration.view.hpp"
#include "registration/registrations.view.hpp"

namespace sala::registration {

// What those who decide may do, as the button says it.
inline std::vector<std::pair<std::string, Sentence>> decisions()
{
    return {{"approve", tr("Approve")},
            {"give-back", tr("Send back with a reason")},
            {"wait", tr("Let wait")},
            {"refuse", tr("Refuse with a reason")},
            {"reconsider", tr("Take up again")}};
}

inline std::vector<web::Field> fields_of_decision()
{
    return {web::choice("step", tr("Decision"), decisions()),
            web::lines("reason", tr("Reason"))
                .optional()
                .at_most(1000)
                .hinted(tr("The delegation reads it. Needed to send back or to refuse.")),
            web::tick("tell", tr("Prepare a letter to the focal points")),
            web::hidden("version").hinted(
                tr("The version of the person that was looked at. When what says who comes was "
                   "changed since, nothing is decided. Without it the decision is about the person "
                   "as they are.")),
            web::hidden("act").hinted(
                tr("The last step of the person that was looked at. When another was taken since, "
                   "nothing is decided. Without it the decision is about the person as they "
                   "are."))};
}

inline web::Html said_facts(const web::Reader& reader, const PersonPage& page)
{
    return html(reader, "<dl class=\"facts\">",
                each(all_particulars(),
                     [&](const Particular& column) {
                         const auto& words = page.one.particulars[column.name];
                         return when(!words.empty(), [&] {
                             return html(
                                 reader, "<dt>", column.label, "</dt><dd>",
                                 directory::words_unbroken(
                                     reader, said_words(reader, column, words, page.categories)),
                                 "</dd>\n");
                         });
                     }),
                "</dl>\n");
}

inline web::Html said_answers(const web::Reader& reader, const PersonPage& page)
{
    return when(!page.asked.empty(), [&] {
        return html(reader, "<h2 class=\"h3\">", tr("Asked by the forum"),
                    "</h2>\n<dl class=\"facts\">",
                    each(page.asked,
                         [&](const Question& one) {
                             const auto found = page.answers.find(one.id);
                             return html(reader, "<dt>", one.prompt, "</dt><dd>",
                                         found == page.answers.end() || found->second.empty()
                                             ? reader.say(tr("no answer yet"))
                                             : answer_words(reader, one, found->second),
                                         "</dd>\n");
                         }),
                    "</dl>\n");
    });
}

inline web::Html changed_table(const web::Reader& reader, const Sentence& caption,
                               const Sentence& before, const std::vector<ChangedWords>& changes)
{
    return when(!changes.empty(), [&] {
        return html(
            reader, "<table class=\"fold\"><caption>", caption,
            "</caption><thead><tr><th scope=\"col\">", tr("What"), "</th><th scope=\"col\">",
            before, "</th><th scope=\"col\">", tr("Now"), "</th></tr></thead>\n<tbody>",
            each(changes,
                 [&](const ChangedWords& one) {
                     return html(reader, "<tr><th scope=\"row\">", one.what, "</th><td data-th=\"",
                                 before, "\"><del>", one.was, "</del></td><td data-th=\"",
                                 tr("Now"), "\"><ins>", one.is, "</ins></td></tr>\n");
                 }),
            "</tbody></table>\n");
    });
}

// Whoever decides again sees what is new, and need not compare with what they remember.
inline web::Html changed_tables(const web::Reader& reader, const PersonPage& page)
{
    return html(
        reader,
        changed_table(reader, tr("Changed while you looked at it"), tr("You saw"), page.unseen),
        when(page.one.registration.status() != Status::approved, [&] {
            return changed_table(reader, tr("Changed since the approval"), tr("Approved"),
                                 page.changed);
        }));
}

inline web::Html decide_form(const web::Desk& desk, const PersonPage& page)
{
    const auto& reader = desk.reader();
    auto fields = fields_of_decision();
    std::erase_if(fields[0].choices, [&](const auto& choice) {
        return !after(page.one.registration.status(), *step_named(choice.first));
    });
    return when(!fields[0].choices.empty(), [&] {
        return html(reader, "<form class=\"card\" method=\"post\" action=\"", desk.address(),
                    "\">\n", web::csrf_field(desk),
                    "<input type=\"hidden\" name=\"version\" value=\"", page.one.version,
                    "\"><input type=\"hidden\" name=\"act\" value=\"", page.one.act.word(),
                    "\"><h2 class=\"h3\">", tr("Decide"), "</h2>\n", web::refused_note(desk),
                    web::fields_of(desk, fields), "<p><button type=\"submit\">",
                    tr("Record the decision"), "</button></p>\n</form>\n");
    });
}

// Beside the reason of a decision on the same page.
inline web::Field reason_of_answer()
{
    return web::text("why", tr("Why"))
        .optional()
        .at_most(1000)
        .hinted(tr("The delegation reads it beside the answer."));
}

inline web::Html wish_forms(const web::Desk& desk, const PersonPage& page,
                            const std::string& address)
{
    const auto& reader = desk.reader();
    return when(page.wish.has_value(), [&] {
        const auto button = [&](const char* what, const Sentence& words, bool plain) {
            return html(
                reader, "<button type=\"submit\" name=\"what\" value=\"", std::string(what), "\"",
                plain ? html(reader, " data-kind=\"plain\"") : html(reader, " data-kind=\"end\""),
                ">", words, "</button>");
        };
        return html(reader, "<form class=\"card\" method=\"post\" action=\"", address, "/wish\">\n",
                    web::csrf_field(desk), "<input type=\"hidden\" name=\"wish\" value=\"",
                    page.wish->id.word(), "\">", wish_table(reader, page, page.wish->wanted),
                    web::field_of(desk, reason_of_answer()), "<p class=\"row\">",
                    button("take", tr("Make this change"), true),
                    button("leave", tr("Leave it as it is"), false), "</p></form>\n");
    });
}

inline web::Page decision_page(const web::Desk& desk, const forum::Forum& forum,
                               const PersonPage& page, const forum::Part* delegation,
                               const std::string& came_back)
{
    const auto& reader = desk.reader();
    const auto name = person_words(reader, page.one.particulars);
    auto body = html(
        reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/registrations\">",
        tr("Registrations"), "</a></li>",
        when(delegation && desk.may(web::secretariat),
             [&] {
                 return html(reader, "<li><a href=\"", forum.address(), "/delegations/",
                             delegation->key, "/people/", page.one.registration.id().word(), "\">",
                             tr("Change on behalf of the delegation"), "</a></li>");
             }),
        "</ol></nav>\n<div class=\"row far\"><h1>", directory::words_unbroken(reader, name),
        "</h1>", status_chip(reader, page.one.registration.status()), "</div>\n<p>",
        when(delegation != nullptr, [&] { return html(reader, delegation->name); }),
        other_names(reader, page.one.particulars), "</p>\n", came_back_note(reader, came_back),
        when(page.one.holds_place && page.one.registration.status() != Status::approved,
             [&] {
                 return html(
                     reader, "<p class=\"note\">",
                     tr("Approved before. The place is kept until it is decided again. Until then "
                        "the badge opens doors, and badges and lists show what was approved."),
                     "</p>\n");
             }),
        "<div class=\"beside\">\n<div class=\"stack\">\n", changed_tables(reader, page),
        said_facts(reader, page), said_answers(reader, page),
        told_list(reader, page.acts, page.asked_for), "</div>\n<div class=\"stack\">\n",
        portrait(reader, page.photo, name), decide_form(desk, page),
        wish_forms(desk, page, desk.address()), alike_list(desk, {}, page.alike),
        when(desk.may(web::secretariat) && !page.one.particulars["visa_letter"].empty(),
             [&] {
                 return html(reader, "<p><a href=\"", desk.address(), "/visa-letter\">",
                             tr("Letter for the visa"), "</a></p>\n");
             }),
        when(desk.may(web::secretariat),
             [&] {
                 return html(reader, "<p><a href=\"", desk.address(), "/erase\">",
                             tr("Erase this person"), "</a></p>\n");
             }),
        "</div>\n</div>\n");
    return {.title = name,
            .body = std::move(body),
            .frame = desk.may(web::secretariat) ? forum::desk_frame(desk, forum, "registrations")
                                                : forum::forum_frame(desk, forum, "")};
}

// The wish alone. `read` is the one that whoever answers has read, when another one is open by now.
inline web::Page wish_page(const web::Desk& desk, const forum::Forum& forum, const PersonPage& page,
                           const std::optional<Wish>& read)
{
    const auto& reader = desk.reader();
    const auto name = person_words(reader, page.one.particulars);
    const auto person = forum.address() + "/registrations/" + page.one.registration.id().word();
    auto body =
        html(reader, "<nav><ol class=\"crumbs\"><li><a href=\"", person, "\">", name,
             "</a></li></ol></nav>\n<h1>", tr("A change is asked for"), "</h1>\n",
             web::refused_note(desk), "<div class=\"stack\">\n",
             when(read.has_value(),
                  [&] { return wish_table(reader, page, read->wanted, tr("You read")); }),
             page.wish ? wish_forms(desk, page, person)
                       : html(reader, "<p>", tr("Nothing is asked for here any more."), "</p>\n"),
             "</div>\n");
    return {.title = name,
            .body = std::move(body),
            .frame = desk.may(web::secretariat) ? forum::desk_frame(desk, forum, "registrations")
                                                : forum::forum_frame(desk, forum, "")};
}

inline web::Page erased_page(const web::Desk& desk, const forum::Forum& forum,
                             const Erasure& erasure, const std::vector<Told>& acts)
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/registrations\">",
        tr("Registrations"), "</a></li></ol></nav>\n<h1>", tr("Name erased"), "</h1>\n<p>",
        tr("This person was erased and is on no list any more. What was decided stays."), " ",
        when(erasure.at.has_value(), [&] { return forum::moment(reader, *erasure.at); }),
        when(!erasure.by.empty(),
             [&] { return html(reader, ", ", web::said_login(reader, erasure.by)); }),
        "</p>\n", told_list(reader, acts));
    return {.title = reader.say(tr("Name erased")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::registration
