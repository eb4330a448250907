// SPDX-License-Identifier: Apache-2.0
//
// What still keeps somebody from being sent in: questions of the forum that need an answer. It is
// said whose and which.

#pragma once

#include "registration/question_store.hpp"
#include "registration/registration_store.hpp"
#include "web/desk.hpp"

#include <string>
#include <vector>

namespace sala::registration {

// The needed questions that are asked of them now and have no answer that fits.
std::vector<Question> open_questions(const std::vector<Question>& all, const Registered& one,
                                     const Answers& answers);

struct Missing {
    const Registered* one = nullptr;
    std::vector<Question> questions;
};
// Of those among `people` who have any. One statement.
std::vector<Missing> missing_of(store::Session& session, std::int64_t forum,
                                const std::vector<Registered>& people,
                                const std::vector<Question>& all);
// "Ama Mensah (“Which hotel?”), Yaw Darko (“Which hotel?”)", the first five.
std::string missing_words(const web::Reader& reader, const std::vector<Missing>& missing);

// Refuses questions-open, and says which.
Allowed nothing_open(const web::Desk& desk, const Registered& one,
                     const std::vector<Question>& questions);

}  // namespace sala::registration
