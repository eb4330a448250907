// SPDX-License-Identifier: Apache-2.0
//
// What a forum asks beside the particulars: of everybody or of one category, at once or only of
// those who are approved, always or only after a certain answer to another question.

#pragma once

#include "base/id.hpp"
#include "base/text.hpp"
#include "registration/registration.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sala::registration {

struct Question {
    enum Kind { words, yes_no, choice };

    Id<Question> id;
    std::string category;  // key; empty: everybody
    Text prompt;
    Kind kind = words;
    std::vector<std::string> choices;
    std::map<std::string, std::string> choices_th;  // what a choice is called in Thai
    bool needed = false;
    bool after_approval = false;
    std::optional<Id<Question>> if_question;
    std::string if_answer;
    bool matters = false;  // an answer that changes after the approval is decided about again

    std::string field() const { return "q-" + id.word(); }
    // How a choice reads in this language: as it is kept, where it is not called otherwise.
    std::string in_words(const std::string& choice, const Language& language) const;
    // The choice that is called so, in whichever language.
    std::string choice_called(const std::string& words) const;
};

// Choices, one a line, and beside them what they are called in Thai, in the same order; an empty
// line leaves one as it is. Refuses choices-needed; more-names-than-choices.
Allowed take_choices(Question& question, const std::string& lines, const std::string& thai);

using Answers = std::map<Id<Question>, std::string>;

// Those that are asked of somebody of this category and status who has answered so far, in their
// order. A question that hangs on another one is asked only when that one is.
std::vector<Question> asked_of(const std::vector<Question>& all, const std::string& category,
                               Status status, const Answers& answers);

// Refuses, beside the question's field: not-a-choice; question-needed, when a needed one among
// those that are asked has no answer.
std::vector<Refusal> answers_wrong(const std::vector<Question>& asked, const Answers& answers);

}  // namespace sala::registration
