// SPDX-License-Identifier: Apache-2.0

#include "registration/ask_person.hpp"

#include <algorithm>

namespace sala::registration {

Typed typed_about(const web::Form& form, const std::vector<forum::Part>& categories,
                  const std::vector<Question>& questions, Status status,
                  std::vector<Refusal>& wrong)
{
    Typed typed;
    for (const auto& column : all_particulars())
        typed.particulars.set(column.name, form[column.name]);
    wrong = mended(typed.particulars, keys_of(categories));
    for (const auto& question : questions)
        if (form.has(question.field()))
            typed.answers[question.id] = form[question.field()];
    for (auto& refusal :
         answers_wrong(asked_of(questions, typed.particulars["category"], status, typed.answers),
                       typed.answers))
        if (refusal.code != "question-needed")
            wrong.push_back(std::move(refusal));
    return typed;
}

void say_all_that_is_wrong(web::Desk& desk, const std::vector<forum::Part>& categories,
                           const std::vector<Question>& questions, Status status)
{
    if (!desk.typed())
        return;
    std::vector<Refusal> wrong;
    typed_about(*desk.typed(), categories, questions, status, wrong);
    if (!wrong.empty())
        desk.comes_back(desk.typed(), std::move(wrong));
}

Allowed nothing_open(store::Session& session, const Registered& one,
                     const std::vector<Question>& questions)
{
    const auto& registration = one.registration;
    const auto answers = answers_of(session, registration.forum(), registration.id());
    const auto wrong = answers_wrong(
        asked_of(questions, one.particulars["category"], registration.status(), answers), answers);
    if (wrong.empty())
        return allowed();
    return conflict("questions-open",
                    "A question of the forum has no answer yet. Open the person, answer it and "
                    "save, then send them in.");
}

}  // namespace sala::registration
