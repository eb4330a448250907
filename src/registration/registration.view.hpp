// SPDX-License-Identifier: Apache-2.0
//
// One person: the form with which a delegation enters them, what the forum asks beside it, the
// steps that can be taken, and what was asked for.

#pragma once

#include "registration/likeness_store.hpp"
#include "registration/question_store.hpp"
#include "registration/registration_form.view.hpp"
#include "registration/seen.hpp"
#include "registration/what_happened.view.hpp"

namespace sala::registration {

struct PersonPage {
    Registered one;
    std::vector<forum::Part> categories;
    std::vector<Question> asked;
    std::vector<Told> acts;
    Answers answers = {};
    std::optional<Wish> wish;
    std::vector<Likeness> alike;  // people the directory knows, to be compared by a person
    bool closed = false;
    bool over = false;  // what visas need is forgotten by now
    std::string photo;  // its address, or empty
    std::vector<AskedFor> asked_for = {};
    std::vector<Registered> heads = {};      // all of the delegation, where this is one of them
    std::vector<ChangedWords> changed = {};  // since the approval
    std::vector<ChangedWords> unseen = {};   // since whoever decides opened the page
};

// As its reader says it.
inline std::string answer_words(const web::Reader& reader, const Question& question,
                                const std::string& answer)
{
    return answer == "yes"  ? reader.say(tr("yes"))
           : answer == "no" ? reader.say(tr("no"))
                            : question.in_words(answer, reader.language);
}

inline web::Html question_field(const web::Desk& desk, const Question& question)
{
    const auto& reader = desk.reader();
    web::Field field{question.kind == Question::words ? web::Field::text : web::Field::choice,
                     question.field(),
                     tr("{name}", {{"name", question.prompt.words(reader.language)}})};
    field.choices.emplace_back("", tr("not said"));
    if (question.kind == Question::yes_no) {
        field.choices.emplace_back("yes", tr("yes"));
        field.choices.emplace_back("no", tr("no"));
    }
    for (const auto& word : question.choices)
        field.choices.emplace_back(
            word, tr("{name}", {{"name", question.in_words(word, reader.language)}}));
    return web::field_of(desk, field);
}

inline web::Html question_fields(const web::Desk& desk, const std::vector<Question>& asked)
{
    const auto& reader = desk.reader();
    return when(!asked.empty(), [&] {
        return html(reader, "<fieldset><legend>", tr("Asked by the forum"), "</legend>\n",
                    each(asked, [&](const Question& one) { return question_field(desk, one); }),
                    "</fieldset>\n");
    });
}

inline web::Html step_button(const web::Desk& desk, const std::string& address,
                             const Sentence& words, bool ends)
{
    const auto& reader = desk.reader();
    return html(reader, "<form method=\"post\" action=\"", address, "\">", web::csrf_field(desk),
                "<button type=\"submit\"",
                ends ? html(reader, " data-kind=\"end\"") : html(reader, " data-kind=\"plain\""),
                ">", words, "</button></form>\n");
}

// Only the steps that lead somewhere are offered.
inline web::Html delegation_steps(const web::Desk& desk, const std::string& address, Status status)
{
    return html(desk.reader(), "<div class=\"row\">",
                when(after(status, Step::submit).has_value(),
                     [&] {
                         return step_button(desk, address + "/submit", tr("Send this person in"),
                                            false);
                     }),
                when(after(status, Step::withdraw).has_value(),
                     [&] {
                         return html(desk.reader(), "<a href=\"", address, "/withdraw\">",
                                     tr("Withdraw"), "</a>");
                     }),
                "</div>\n");
}

inline web::Html wish_row(const web::Reader& reader, const std::string& what,
                          const std::string& now, const std::string& wanted)
{
    return html(reader, "<tr><th scope=\"row\">", what, "</th><td data-th=\"", tr("Now"),
                "\"><del>", now, "</del></td><td data-th=\"", tr("Wanted"), "\"><ins>", wanted,
                "</ins></td></tr>\n");
}

// What was asked for after the last day, beside what stands there.
inline web::Html wish_table(const web::Reader& reader, const PersonPage& page, const Json& wanted,
                            const Sentence& caption = tr("Asked for"))
{
    return html(
        reader, "<table class=\"fold\"><caption>", caption,
        "</caption><thead><tr><th scope=\"col\">", tr("What"), "</th><th scope=\"col\">", tr("Now"),
        "</th><th scope=\"col\">", tr("Wanted"), "</th></tr></thead><tbody>",
        each(all_particulars(),
             [&](const Particular& column) {
                 return when(wanted[column.name].is_string(), [&] {
                     return wish_row(
                         reader, reader.say(column.label),
                         said_words(reader, column, page.one.particulars[column.name],
                                    page.categories),
                         said_words(reader, column, wanted[column.name].string(), page.categories));
                 });
             }),
        each(page.asked,
             [&](const Question& one) {
                 return when(wanted[one.field()].is_string(), [&] {
                     const auto now = page.answers.find(one.id);
                     return wish_row(
                         reader, one.prompt.words(reader.language),
                         now == page.answers.end() ? "" : answer_words(reader, one, now->second),
                         answer_words(reader, one, wanted[one.field()].string()));
                 });
             }),
        "</tbody></table>\n");
}

// Whoever asked may ask for nothing any more.
inline web::Html own_wish(const web::Desk& desk, const PersonPage& page, const std::string& address)
{
    const auto& reader = desk.reader();
    return when(page.wish.has_value(), [&] {
        return html(reader, wish_table(reader, page, page.wish->wanted),
                    "<form method=\"post\" action=\"", address, "/wish\">", web::csrf_field(desk),
                    "<input type=\"hidden\" name=\"wish\" value=\"", page.wish->id.word(),
                    "\"><p><button type=\"submit\" data-kind=\"end\">", tr("Call this wish off"),
                    "</button></p></form>\n");
    });
}

// The version and the wish that the form shows. Whoever was slower keeps what they saw, so that
// sending it again is refused again.
inline web::Html what_is_shown(const web::Desk& desk, const PersonPage& page)
{
    const auto* typed = desk.typed();
    return html(desk.reader(), "<input type=\"hidden\" name=\"version\" value=\"",
                typed ? (*typed)["version"] : std::to_string(page.one.version), "\">",
                when(typed && typed->has("wish"), [&] {
                    return html(desk.reader(), "<input type=\"hidden\" name=\"wish\" value=\"",
                                (*typed)["wish"], "\">");
                }));
}

inline web::Html alike_list(const web::Desk& desk, const std::string& address,
                            const std::vector<Likeness>& alike)
{
    const auto& reader = desk.reader();
    return when(!alike.empty(), [&] {
        return html(reader, "<h2 class=\"h3\">", tr("Is this somebody we know?"), "</h2>\n<p>",
                    tr("Names that sound alike. Nothing is taken over unless you say so."),
                    "</p>\n<ul class=\"list\">",
                    each(alike,
                         [&](const Likeness& like) {
                             return html(
                                 reader, "<li>", like.name, " <small class=\"soft\">", like.about,
                                 "</small>",
                                 when(!address.empty(),
                                      [&] {
                                          return html(
                                              reader, "<form method=\"post\" action=\"", address,
                                              "/person\">", web::csrf_field(desk),
                                              "<input type=\"hidden\" name=\"person\" value=\"",
                                              like.key,
                                              "\"><button type=\"submit\" data-kind=\"plain\">",
                                              tr("It is the same person"), "</button></form>");
                                      }),
                                 "</li>\n");
                         }),
                    "</ul>\n");
    });
}

// `asked`: what has to be said before it is sent again.
inline web::Html person_form(const web::Desk& desk, const PersonPage& page, const Sentence& button,
                             const web::Html& asked = {})
{
    const auto& reader = desk.reader();
    return html(reader, "<form class=\"stack\" method=\"post\" action=\"", desk.address(),
                "\" data-warn>\n", what_is_shown(desk, page), web::csrf_field(desk),
                web::refused_note(desk),
                groups_of_fields(desk, page.categories, page.one.particulars["category"]),
                question_fields(desk, page.asked), asked,
                "<p><button type=\"submit\" data-key=\"s\">", button, "</button></p>\n</form>\n");
}

// Nobody types a passport twice without knowing why it is gone.
inline web::Html over_note(const web::Reader& reader, bool over)
{
    return when(over, [&] {
        return html(reader, "<p class=\"note\">",
                    tr("This forum was over more than 30 days ago: nationality, passport, date of "
                       "birth and photo are forgotten, also when they are entered now."),
                    "</p>\n");
    });
}

inline web::Html back_to_delegation(const web::Reader& reader, const Delegation& delegation)
{
    return html(reader, "<nav><ol class=\"crumbs\"><li><a href=\"", delegation.address(), "\">",
                delegation.name, "</a></li></ol></nav>\n");
}

}  // namespace sala::registration
