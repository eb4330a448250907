// SPDX-License-Identifier: Apache-2.0

#include "registration/question.hpp"

#include <algorithm>
#include <sstream>

namespace sala::registration {

static const std::string& answer_to(const Answers& answers, Id<Question> question)
{
    static const std::string nothing;
    const auto found = answers.find(question);
    return found == answers.end() ? nothing : found->second;
}

static std::vector<std::string> lines_of(const std::string& words)
{
    std::vector<std::string> lines;
    std::istringstream stream(words);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    while (!lines.empty() && lines.back().empty())
        lines.pop_back();
    return lines;
}

std::string Question::in_words(const std::string& choice, const Language& language) const
{
    const auto found = choices_th.find(choice);
    return language == Language::thai() && found != choices_th.end() ? found->second : choice;
}

std::string Question::choice_called(const std::string& words) const
{
    for (const auto& [choice, thai] : choices_th)
        if (thai == words)
            return choice;
    return words;
}

Allowed take_choices(Question& question, const std::string& lines, const std::string& thai)
{
    if (question.kind != Question::choice)
        return allowed();
    question.choices = lines_of(lines);
    std::erase(question.choices, "");
    if (question.choices.size() < 2)
        return invalid("choices", "choices-needed",
                       "Please give at least two choices, one a line.");
    const auto names = lines_of(thai);
    if (names.size() > question.choices.size())
        return invalid("choices_th", "more-names-than-choices",
                       "There are more Thai names than choices. Please give one a line, in the "
                       "order of the choices.");
    for (std::size_t n = 0; n < names.size(); ++n)
        if (!names[n].empty())
            question.choices_th[question.choices[n]] = names[n];
    return allowed();
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
