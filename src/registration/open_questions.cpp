// SPDX-License-Identifier: Apache-2.0

#include "registration/open_questions.hpp"

#include "registration/question_answers.hpp"
#include "registration/registration.view.hpp"

#include <algorithm>

namespace sala::registration {

std::vector<Question> open_questions(const std::vector<Question>& all, const Registered& one,
                                     const Answers& answers)
{
    auto asked = asked_of(all, one.particulars["category"], one.counts_as(), answers);
    const auto wrong = answers_wrong(asked, answers);
    std::erase_if(asked, [&](const Question& question) {
        return std::none_of(wrong.begin(), wrong.end(), [&](const Refusal& refusal) {
            return refusal.field == question.field();
        });
    });
    return asked;
}

std::vector<Missing> missing_of(store::Session& session, std::int64_t forum,
                                const std::vector<Registered>& people,
                                const std::vector<Question>& all)
{
    std::vector<Id<Registration>> numbers;
    numbers.reserve(people.size());
    for (const auto& one : people)
        numbers.push_back(one.registration.id());
    const auto answers = answers_at(session, forum, numbers);
    std::vector<Missing> missing;
    for (const auto& one : people) {
        const auto said = answers.find(one.registration.id());
        auto open = open_questions(all, one, said == answers.end() ? Answers{} : said->second);
        if (!open.empty())
            missing.push_back({&one, std::move(open)});
    }
    return missing;
}

std::string missing_words(const web::Reader& reader, const std::vector<Missing>& missing)
{
    constexpr std::size_t named_max = 5;
    std::string words;
    for (std::size_t n = 0; n < std::min(missing.size(), named_max); ++n) {
        words += (n == 0 ? "" : ", ") + person_words(reader, missing[n].one->particulars) + " (";
        const auto& questions = missing[n].questions;
        for (const auto& question : questions)
            words += (&question == &questions.front() ? "“" : ", “") +
                     question.prompt.words(reader.language) + "”";
        words += ")";
    }
    return missing.size() > named_max ? words + " …" : words;
}

Allowed nothing_open(const web::Desk& desk, const Registered& one,
                     const std::vector<Question>& questions)
{
    const std::vector<Registered> alone{one};
    const auto missing = missing_of(desk.session(), one.registration.forum(), alone, questions);
    if (missing.empty())
        return allowed();
    return conflict("questions-open",
                    "An answer is missing: {missing}. Open the person, answer it and save, then "
                    "send them in.",
                    {{"missing", missing_words(desk.reader(), missing)}});
}

}  // namespace sala::registration
