// SPDX-License-Identifier: Apache-2.0

#include "registration/question.hpp"

#include <algorithm>

namespace sala::registration {

static const std::string& answer_to(const Answers& answers, Id<Question> question)
{
    static const std::string nothing;
    const auto found = answers.find(question);
    return found == answers.end() ? nothing : found->second;
}

std::vector<Question> asked_of(const std::vector<Question>& all, const std::string& category,
                               Status status, const Answers& answers)
{
    std::vector<Question> asked;
    for (const auto& one : all) {
        if (!one.category.empty() && one.category != category)
            continue;
        if (one.after_approval && status != Status::approved)
            continue;
        // What it hangs on stands earlier, because it had to be there when this one was made.
        const bool hangs_on_asked =
            !one.if_question || std::any_of(asked.begin(), asked.end(), [&](const Question& other) {
                return other.id == *one.if_question;
            });
        if (hangs_on_asked &&
            (!one.if_question || answer_to(answers, *one.if_question) == one.if_answer))
            asked.push_back(one);
    }
    return asked;
}

std::vector<Refusal> answers_wrong(const std::vector<Question>& asked, const Answers& answers)
{
    std::vector<Refusal> wrong;
    for (const auto& one : asked) {
        const auto& words = answer_to(answers, one.id);
        if (words.empty()) {
            if (one.needed)
                wrong.push_back(
                    invalid(one.field(), "question-needed", "This question needs an answer."));
            continue;
        }
        const bool listed =
            std::find(one.choices.begin(), one.choices.end(), words) != one.choices.end();
        if ((one.kind == Question::choice && !listed) ||
            (one.kind == Question::yes_no && words != "yes" && words != "no"))
            wrong.push_back(invalid(one.field(), "not-a-choice",
                                    "“{value}” is not one of the choices.", {{"value", words}}));
    }
    return wrong;
}

}  // namespace sala::registration
