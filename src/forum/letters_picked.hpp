// SPDX-License-Identifier: Apache-2.0
//
// Letters of the outbox that somebody has ticked to let them leave together.

#pragma once

#include "forum/letter.view.hpp"
#include "web/form.hpp"

namespace sala::forum {

// Those that wait to be read, newest first, with those kept back of which an earlier letter came
// back: they are looked at one by one.
struct WaitingLetters {
    std::vector<mail::Kept> free;
    std::vector<mail::Kept> kept_back;
};
WaitingLetters waiting_letters(store::Session& session, std::int64_t forum);

// Of these the ticked ones. Whatever else stands in the form is nobody's.
std::vector<mail::Kept> picked(std::vector<mail::Kept> letters, const web::Form& form);

// How many have which subject, in the order in which each is met first.
std::vector<std::pair<std::string, std::size_t>> counted(const std::vector<mail::Kept>& letters);

}  // namespace sala::forum
