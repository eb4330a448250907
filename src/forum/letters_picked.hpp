// SPDX-License-Identifier: Apache-2.0
//
// Letters of the outbox that somebody has ticked to let them leave together.

#pragma once

#include "forum/letter.view.hpp"
#include "web/form.hpp"
#include "web/pages.view.hpp"

namespace sala::forum {

// Those that wait to be read, newest first, with those kept back of which an earlier letter came
// back: they are looked at one by one. Three statements, however many wait.
struct WaitingLetters {
    std::vector<Id<mail::Letter>> free;
    std::vector<Id<mail::Letter>> kept_back;
};
WaitingLetters waiting_letters(store::Session& session, std::int64_t forum);

inline constexpr std::size_t letters_a_page = 100;

// Those of the page that was asked for, with their words. One statement.
std::vector<mail::Kept> letters_on(store::Session& session,
                                   const std::vector<Id<mail::Letter>>& letters,
                                   const web::Pages& pages);

// Of these the ticked ones, with their words. Whatever else stands in the form is nobody's. One
// statement.
std::vector<mail::Kept> picked(store::Session& session,
                               const std::vector<Id<mail::Letter>>& letters, const web::Form& form);

// How many have which subject, in the order in which each is met first.
std::vector<std::pair<std::string, std::size_t>> counted(const std::vector<mail::Kept>& letters);

}  // namespace sala::forum
