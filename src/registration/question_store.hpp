// SPDX-License-Identifier: Apache-2.0
//
// Questions and their answers in the store.

#pragma once

#include "registration/question.hpp"
#include "web/desk.hpp"

namespace sala::registration {

// Those that stand, in the order in which they were asked.
std::vector<Question> questions_at(store::Session& session, std::int64_t forum);
// Missing when none that stands has this number.
Result<Question> question_at(store::Session& session, std::int64_t forum,
                             const std::string& number);
void keep_question(web::Desk& desk, std::int64_t forum, const Question& question);
void end_question(web::Desk& desk, std::int64_t forum, Id<Question> question);

Answers answers_of(store::Session& session, std::int64_t forum, Id<Registration> registration);
void keep_answers(store::Session& session, std::int64_t forum, Id<Registration> registration,
                  const Answers& answers);

}  // namespace sala::registration
