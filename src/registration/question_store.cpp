// SPDX-License-Identifier: Apache-2.0

#include "registration/question_store.hpp"

namespace sala::registration {

namespace {

constexpr const char* kind_words[] = {"words", "yes-no", "choice"};

Question::Kind kind_named(const std::string& word)
{
    return word == "yes-no"   ? Question::yes_no
           : word == "choice" ? Question::choice
                              : Question::words;
}

std::string choice_lines(const Question& question)
{
    std::string words;
    for (const auto& choice : question.choices)
        words += choice + "\n";
    return words;
}

// A line for each choice, in their order.
std::string thai_lines(const Question& question)
{
    std::string words;
    for (const auto& choice : question.choices) {
        const auto found = question.choices_th.find(choice);
        words += (found == question.choices_th.end() ? "" : found->second) + "\n";
    }
    return words;
}

}  // namespace

std::vector<Question> questions_at(store::Session& session, std::int64_t forum)
{
    std::vector<Question> all;
    for (const auto& [id, category, prompt, kind, choices, choices_th, needed, after, if_question,
                      if_answer, matters] :
         session.select<std::int64_t, std::string, std::string, std::string, std::string,
                        std::string, std::int64_t, std::int64_t, std::optional<std::int64_t>,
                        std::string, std::int64_t>(
             "SELECT q.id, q.category, q.prompt, q.kind, q.choices, q.choices_th, q.needed, "
             "q.after_approval, q.if_question, q.if_answer, q.matters FROM asked_question q WHERE "
             "q.forum = :forum "
             "AND NOT "
             "EXISTS (SELECT 1 FROM asked_question_end e WHERE e.forum = q.forum AND e.question = "
             "q.id) ORDER BY q.id",
             forum)) {
        Question question{.id = Id<Question>{id},
                          .category = category,
                          .prompt = Text::read(prompt).value_or(Text{}),
                          .kind = kind_named(kind),
                          .needed = needed == 1,
                          .after_approval = after == 1,
                          .if_answer = if_answer,
                          .matters = matters == 1};
        if (if_question)
            question.if_question = Id<Question>{*if_question};
        static_cast<void>(take_choices(question, choices, choices_th));  // as it was kept
        all.push_back(std::move(question));
    }
    return all;
}

Result<Question> question_at(store::Session& session, std::int64_t forum, const std::string& number)
{
    for (auto& one : questions_at(session, forum))
        if (one.id.word() == number)
            return std::move(one);
    return missing("no-such-question", "There is no such question here.");
}

void keep_question(web::Desk& desk, std::int64_t forum, const Question& question)
{
    desk.session().run(
        "INSERT INTO asked_question (forum, id, category, prompt, kind, choices, choices_th, "
        "needed, after_approval, if_question, if_answer, matters, by_login, at) VALUES (:forum, "
        ":id, :category, :prompt, :kind, :choices, :choices_th, :needed, :after, :if_question, "
        ":if_answer, :matters, :by, :at)",
        forum, question.id, question.category, question.prompt.canonical_json(),
        kind_words[question.kind], choice_lines(question), thai_lines(question), question.needed,
        question.after_approval, question.if_question, question.if_answer, question.matters,
        desk.visitor().login, desk.now());
}

void end_question(web::Desk& desk, std::int64_t forum, Id<Question> question)
{
    desk.session().run("INSERT INTO asked_question_end (forum, question, by_login, at) VALUES "
                       "(:forum, :question, :by, :at)",
                       forum, question, desk.visitor().login, desk.now());
}

Answers answers_of(store::Session& session, std::int64_t forum, Id<Registration> registration)
{
    Answers answers;
    for (const auto& [question, words] : session.select<std::int64_t, std::string>(
             "SELECT question, words FROM asked_answer WHERE forum = :forum AND registration = "
             ":registration",
             forum, registration))
        answers.emplace(Id<Question>{question}, words);
    return answers;
}

void keep_answers(store::Session& session, std::int64_t forum, Id<Registration> registration,
                  const Answers& answers)
{
    for (const auto& [question, words] : answers)
        session.run("INSERT INTO asked_answer (forum, registration, question, words) VALUES "
                    "(:forum, :registration, :question, :words) ON CONFLICT (forum, registration, "
                    "question) DO UPDATE SET words = excluded.words",
                    forum, registration, question, words);
}

}  // namespace sala::registration
