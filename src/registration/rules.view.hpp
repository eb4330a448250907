// SPDX-License-Identifier: Apache-2.0
//
// How a forum registers: last days, the words of the letter, places per category, questions.

#pragma once

#include "registration/question_store.hpp"
#include "registration/registration_form.view.hpp"

namespace sala::registration {

struct RulesPage {
    Rules rules;
    std::vector<forum::Part> categories;
    std::map<std::string, std::int64_t> quotas;
    std::vector<Question> questions;
};

inline std::vector<web::Field> fields_of_rules()
{
    const auto day = tr("Year-month-day, such as 2030-05-06.");
    std::vector<web::Field> fields{
        web::text("answer_by", tr("Answers are asked for by")).optional().at_most(10).hinted(day),
        web::text("register_by", tr("Last day of registering"))
            .optional()
            .at_most(10)
            .hinted(tr("Afterwards delegations ask for changes, and the secretariat answers."))};
    for (const auto& language : web::interface_languages()) {
        const auto thai = language.is_thai();
        fields.push_back(web::lines("letter_" + language.tag(),
                                    thai ? tr("Letter in Thai") : tr("Letter in English"))
                             .optional()
                             .at_most(8000)
                             .in_language(language.tag()));
        fields.push_back(web::lines("signature_" + language.tag(),
                                    thai ? tr("Signature in Thai") : tr("Signature in English"))
                             .optional()
                             .at_most(500)
                             .in_language(language.tag()));
    }
    fields.push_back(web::hidden("version"));
    return fields;
}

inline std::vector<web::Field> fields_of_quota()
{
    return {web::text("category", tr("Category")).at_most(200),
            web::number("places", tr("Places")).optional().hinted(tr("Empty: no limit."))};
}

inline std::vector<web::Field> fields_of_question()
{
    return {web::text("category", tr("Category")).optional().at_most(200),
            web::text("prompt_en", tr("Question in English")).at_most(300),
            web::text("prompt_th", tr("Question in Thai")).optional().at_most(300),
            web::choice("kind", tr("Answer"),
                        {{"words", tr("in words")},
                         {"yes-no", tr("yes or no")},
                         {"choice", tr("one of these")}}),
            web::lines("choices", tr("Choices")).optional().at_most(2000).hinted(tr("One a line.")),
            web::lines("choices_th", tr("Choices in Thai"))
                .optional()
                .at_most(2000)
                .hinted(tr("One a line, in the same order. What is left empty reads as above.")),
            web::tick("needed", tr("An answer is needed")),
            web::tick("after_approval", tr("Ask only those who are approved")),
            web::tick("matters", tr("A changed answer is decided about again")),
            web::text("if_question", tr("Ask only after")).optional().at_most(20),
            web::text("if_answer", tr("when the answer to it is")).optional().at_most(200)};
}

inline web::Html rules_form(const web::Desk& desk, const RulesPage& page)
{
    const auto& reader = desk.reader();
    const bool came_back = desk.typed() && desk.typed()->has("version");
    const auto version =
        came_back ? (*desk.typed())["version"] : std::to_string(page.rules.version);
    std::string places;
    for (const auto& place : letter_places())
        places += (places.empty() ? "{" : " {") + place + "}";
    return html(reader, "<form class=\"stack\" method=\"post\" action=\"", desk.address(),
                "\">\n<input type=\"hidden\" name=\"version\" value=\"", version, "\">",
                web::csrf_field(desk), web::refused_note(desk), "<p>",
                tr("The first line of the letter is its subject. These places are filled in:"),
                " <code>", places, "</code></p>\n", web::fields_of(desk, fields_of_rules()),
                "<p><button type=\"submit\" data-key=\"s\">", tr("Save"),
                "</button></p>\n</form>\n");
}

inline web::Html quota_form(const web::Desk& desk, const RulesPage& page)
{
    const auto& reader = desk.reader();
    auto fields = fields_of_quota();
    fields[0].kind = web::Field::choice;
    for (const auto& part : page.categories) {
        const auto quota = page.quotas.find(part.key);
        const auto words = part_words(reader, page.categories, part.number);
        fields[0].choices.emplace_back(
            part.key, quota == page.quotas.end()
                          ? tr("{name}", {{"name", words}})
                          : tr("{name}: {places}",
                               {{"name", words}, {"places", std::to_string(quota->second)}}));
    }
    return when(!page.categories.empty(), [&] {
        return html(reader, "<form class=\"card\" method=\"post\" action=\"", desk.address(),
                    "/places\">\n", web::csrf_field(desk), "<h2 class=\"h3\">",
                    tr("Places of a category"), "</h2>\n", web::fields_of(desk, fields),
                    "<p><button type=\"submit\" data-kind=\"plain\">", tr("Set the places"),
                    "</button></p>\n</form>\n");
    });
}

inline web::Html question_row(const web::Desk& desk, const RulesPage& page, const Question& one)
{
    const auto& reader = desk.reader();
    const auto* category = part_keyed(page.categories, one.category);
    return html(reader, "<li>", one.prompt, " <small class=\"soft\">",
                category ? html(reader, category->name) : html(reader, tr("Everybody")),
                when(one.needed, [&] { return html(reader, ", ", tr("needed")); }),
                when(one.after_approval, [&] { return html(reader, ", ", tr("after approval")); }),
                when(one.matters,
                     [&] { return html(reader, ", ", tr("decided about again when it changes")); }),
                when(one.if_question.has_value(),
                     [&] { return html(reader, ", ", tr("only after another answer")); }),
                "</small><form method=\"post\" action=\"", desk.address(), "/questions/",
                one.id.word(), "/end\">", web::csrf_field(desk),
                "<button type=\"submit\" data-kind=\"end\">", tr("Ask no longer"),
                "</button></form></li>\n");
}

inline web::Html question_list(const web::Desk& desk, const forum::Forum& forum,
                               const RulesPage& page)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<h2 class=\"h3\">", tr("Questions"), "</h2>\n<ul class=\"list\">",
        each(page.questions, [&](const Question& one) { return question_row(desk, page, one); }),
        "</ul>\n<p><a href=\"", desk.address(), "/questions\">", tr("Ask a question"), "</a>",
        when(!page.questions.empty(),
             [&] {
                 return html(reader, " <a href=\"", forum.address(), "/answers\">", tr("Answers"),
                             "</a>");
             }),
        "</p>\n");
}

inline web::Page rules_page(const web::Desk& desk, const forum::Forum& forum, const RulesPage& page)
{
    const auto& reader = desk.reader();
    auto body = html(reader, "<h1>", tr("Rules of registering"), "</h1>\n",
                     places_of_registering(reader, forum),
                     "<div class=\"beside wide\">\n<div class=\"stack\">\n", rules_form(desk, page),
                     "</div>\n<div class=\"stack\">\n", quota_form(desk, page),
                     question_list(desk, forum, page), "</div>\n</div>\n");
    return {.title = reader.say(tr("Rules of registering")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

inline web::Page new_question_page(const web::Desk& desk, const forum::Forum& forum,
                                   const RulesPage& page)
{
    const auto& reader = desk.reader();
    auto fields = fields_of_question();
    fields[0].kind = web::Field::choice;
    fields[0].choices = category_choices(reader, page.categories);
    fields[0].choices[0].second = tr("Everybody");
    auto& if_question = *std::find_if(fields.begin(), fields.end(), [](const web::Field& field) {
        return field.name == "if_question";
    });
    if_question.kind = web::Field::choice;
    if_question.choices.emplace_back("", tr("always"));
    for (const auto& one : page.questions)
        if_question.choices.emplace_back(
            one.id.word(), tr("{name}", {{"name", one.prompt.words(reader.language)}}));
    auto body =
        html(reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(),
             "/registration-rules\">", tr("Rules of registering"), "</a></li></ol></nav>\n<h1>",
             tr("Ask a question"), "</h1>\n<form class=\"stack\" method=\"post\" action=\"",
             desk.address(), "\">\n", web::csrf_field(desk), web::refused_note(desk),
             web::fields_of(desk, fields), "<p><button type=\"submit\">", tr("Ask the question"),
             "</button></p>\n</form>\n");
    return {.title = reader.say(tr("Ask a question")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::registration
