// SPDX-License-Identifier: Apache-2.0

#include "registration/ask_person.hpp"

#include "registration/circular_store.hpp"
#include "registration/open_questions.hpp"
#include "registration/registration_form.view.hpp"

#include <algorithm>

namespace sala::registration {

Typed typed_about(const web::Form& form, const std::vector<forum::Part>& categories,
                  const std::vector<Question>& questions, const AskedPerson& whom,
                  std::vector<Refusal>& wrong)
{
    Typed typed;
    for (const auto& column : all_particulars())
        typed.particulars.set(column.name, form[column.name]);
    if (const auto shown = form.number("wish"))
        typed.shown = Id<Wish>{*shown};
    auto keys = keys_of(categories);
    if (!whom.category.empty())
        keys.push_back(whom.category);
    wrong = mended(typed.particulars, keys);
    for (const auto& question : questions)
        if (form.has(question.field()))
            typed.answers[question.id] = form[question.field()];
    for (auto& refusal : answers_wrong(
             asked_of(questions, typed.particulars["category"], whom.status, typed.answers),
             typed.answers))
        if (refusal.code != "question-needed")
            wrong.push_back(std::move(refusal));
    return typed;
}

web::Form form_shown(const Registered& one, const Answers& answers, const std::optional<Wish>& wish)
{
    auto form =
        form_of(wish ? with_json(one.particulars, wish->wanted) : one.particulars, one.version);
    for (const auto& [question, words] : answers)
        form.set("q-" + question.word(), words);
    if (!wish)
        return form;
    form.set("wish", wish->id.word());
    for (const auto& [name, words] : wish->wanted.members())
        if (name.starts_with("q-"))
            form.set(name, words.string());
    return form;
}

void say_all_that_is_wrong(web::Desk& desk, const std::vector<forum::Part>& categories,
                           const std::vector<Question>& questions, const AskedPerson& whom)
{
    if (!desk.typed())
        return;
    std::vector<Refusal> wrong;
    typed_about(*desk.typed(), categories, questions, whom, wrong);
    if (!wrong.empty())
        desk.comes_back(desk.typed(), std::move(wrong));
}

// Those that change what was known when somebody decided. An answer that matters was not known,
// either, when it is the first one of whoever is approved already: the question is newer. A first
// answer to what only the approved are asked is what everybody waits for.
static ChangedAnswers changed_answers(const Answers& kept, const Typed& typed,
                                      const std::vector<Question>& questions, Status status)
{
    ChangedAnswers changed;
    for (const auto& question : questions) {
        const auto found = kept.find(question.id);
        const auto was = found == kept.end() ? std::string{} : found->second;
        const auto is = typed.answers.find(question.id);
        if (is == typed.answers.end() || is->second == was)
            continue;
        const bool later = question.after_approval;
        if (was.empty() ? !question.matters || later || status != Status::approved
                        : !question.matters && later)
            continue;
        changed.before.set(question.field(), was);
        changed.after.set(question.field(), is->second);
        changed.matter = changed.matter || question.matters;
    }
    return changed;
}

Result<Edit> take_typed(web::Desk& desk, const Registered& one, const Typed& typed,
                        const std::vector<Question>& questions, Side side, bool closed)
{
    auto& session = desk.session();
    const auto forum = one.registration.forum();
    const auto id = one.registration.id();
    const auto changed = changed_answers(answers_of(session, forum, id), typed, questions,
                                         one.registration.status());
    const auto edit = rewrite(desk, one, typed.particulars, side, closed, changed, typed.shown);
    if (!edit)
        return edit;
    auto kept = typed.answers;
    if (*edit == Edit::asked_for)
        std::erase_if(kept, [&](const auto& answer) {
            return changed.after["q-" + answer.first.word()].is_string();
        });
    keep_answers(session, forum, id, kept);
    if (const auto now = registered(session, forum, id.word());
        now && nothing_open(desk, *now, questions))
        drop_reminders(session, forum, id, desk.now());
    return edit;
}

}  // namespace sala::registration
