// SPDX-License-Identifier: Apache-2.0
//
// The secretariat asks something of everybody or of one category, perhaps only of those who are
// approved, or only after a certain answer to another question.

#include "registration/rules_page.hpp"

namespace sala::registration {

static Result<web::Reply> ask(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb ask_question()
{
    return {.path = "POST /{forum}/registration-rules/questions",
            .allow = web::secretariat,
            .form = fields_of_question(),
            .run = web::on<forum::Forum>(ask)};
}

static Result<Question> question_of(web::Desk& desk, const forum::Forum& forum,
                                    const web::Form& form)
{
    Question question{.id = desk.next_id<Question>(), .category = form["category"]};
    const auto keys = keys_of(categories_at(desk.session(), forum.id));
    if (!question.category.empty() &&
        std::find(keys.begin(), keys.end(), question.category) == keys.end())
        return invalid("category", "not-a-choice", "“{value}” is not one of the choices.",
                       {{"value", question.category}});
    question.prompt.set(Language::english(), {form["prompt_en"], {}});
    question.prompt.set(Language::thai(), {form["prompt_th"], {}});
    question.kind = form["kind"] == "yes-no"   ? Question::yes_no
                    : form["kind"] == "choice" ? Question::choice
                                               : Question::words;
    if (const auto taken = take_choices(question, form["choices"], form["choices_th"]); !taken)
        return taken.refusal();
    question.needed = form.ticked("needed");
    question.after_approval = form.ticked("after_approval");
    question.matters = form.ticked("matters");
    if (form["if_question"].empty())
        return question;
    const auto other = question_at(desk.session(), forum.id, form["if_question"]);
    if (!other)
        return other.refusal();
    question.if_question = other->id;
    question.if_answer = other->choice_called(form["if_answer"]);
    return question;
}

Result<web::Reply> ask(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto question = question_of(desk, forum, form);
    if (!question)
        return question.refusal();
    keep_question(desk, forum.id, *question);
    return desk.go(forum.address() + "/registration-rules");
}

}  // namespace sala::registration
