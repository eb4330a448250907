// SPDX-License-Identifier: Apache-2.0

#include "report/claim_choices.hpp"

#include "script/printed_date.hpp"

#include <algorithm>

namespace sala::report {

namespace {

// The day or month an answer names, in whatever language it can be read. A mere number is a count
// of people more often than a year.
std::optional<script::PartialDate> date_in(const Answer& answer)
{
    for (const auto& [language, wording] : answer.value.wordings())
        if (const auto date = script::read_printed(wording.shown(), {language.is_thai(), 0});
            date && date->start().has_month())
            return *date;
    return std::nullopt;
}

bool asks_for_date(const Question& question)
{
    return question.subject == "forum" &&
           std::any_of(question.answers.begin(), question.answers.end(),
                       [](const Answer& one) { return date_in(one).has_value(); });
}

bool stands_beside(Fill fill, const Question& question)
{
    const bool place = question.subject.starts_with("venues:");
    switch (fill) {
    case Fill::date:
        return asks_for_date(question);
    case Fill::place:
        return place;
    case Fill::place_and_date:
        return place || asks_for_date(question);
    default:
        return false;
    }
}

std::string printed(const Answer& answer, const FormWords& form, const Language& language)
{
    if (const auto date = date_in(answer))
        return script::render(*date, form.date);
    return answer.value.words(language);
}

}  // namespace

std::vector<OpenQuestion> questions_beside(Fill fill, const FormWords& form, const Facts& facts,
                                           const Language& language)
{
    std::vector<OpenQuestion> open;
    for (const auto& question : facts.questions) {
        if (!stands_beside(fill, question))
            continue;
        OpenQuestion made{question.words, {}};
        for (const auto& answer : question.answers) {
            const auto words = printed(answer, form, language);
            auto same = std::find_if(made.choices.begin(), made.choices.end(),
                                     [&](const Choice& one) { return one.words == words; });
            if (same == made.choices.end())
                same = made.choices.insert(made.choices.end(),
                                           {answer.key, words, {}, answer.primary});
            same->said.emplace_back(answer.source, answer.value);
        }
        if (made.choices.size() > 1)
            open.push_back(std::move(made));
    }
    return open;
}

std::string words_of_claim(std::string_view claim, Fill fill, const FormWords& form,
                           const Facts& facts, const Language& language)
{
    for (const auto& question : questions_beside(fill, form, facts, language))
        for (const auto& choice : question.choices)
            if (choice.claim == claim)
                return choice.words;
    return {};
}

}  // namespace sala::report
