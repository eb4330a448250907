// SPDX-License-Identifier: Apache-2.0
//
// Who is asked a forum's questions, what they said, and who has not said it yet. As asked_of(),
// said in SQL, so that a list of thousands has pages. Only those who may still come are looked at.

#pragma once

#include "registration/question_store.hpp"
#include "registration/registration_store.hpp"

#include <map>
#include <set>
#include <vector>

namespace sala::registration {

// Those whom this one of `all` is asked of now; `open`: of them, who has not answered.
Condition asked_now(const std::vector<Question>& all, const Question& one, bool open);
// Those of whom an answer that is needed is missing.
Condition owes_answer(const std::vector<Question>& all);

struct AnswerCount {
    std::int64_t asked = 0;
    std::int64_t answered = 0;
};
// In the order of the questions. One statement, none without questions.
std::vector<AnswerCount> answer_counts(store::Session& session, std::int64_t forum,
                                       const std::vector<Question>& all);

// Of a delegation, who owes an answer. One statement, none without needed questions.
std::set<Id<Registration>> owing_of(store::Session& session, std::int64_t forum,
                                    DelegationId delegation, const std::vector<Question>& all);

// What these people said; nothing: everybody. One statement.
std::map<Id<Registration>, Answers>
answers_at(store::Session& session, std::int64_t forum,
           const std::optional<std::vector<Id<Registration>>>& people = {});

}  // namespace sala::registration
