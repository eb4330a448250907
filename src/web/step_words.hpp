// SPDX-License-Identifier: Apache-2.0
//
// How something was decided: an act keeps the words of its steps, such as give-back, and they are
// read as words.

#pragma once

#include "base/sentence.hpp"

#include <optional>
#include <string_view>

namespace sala::web {

// "give-back": "sent back". Nothing for a step that this version does not know.
std::optional<Sentence> step_words(std::string_view step);

}  // namespace sala::web
