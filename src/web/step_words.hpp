// SPDX-License-Identifier: Apache-2.0
//
// How something was decided: an act keeps the words of its steps, such as give-back, and they are
// read as words.

#pragma once

#include "base/sentence.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::web {

// "give-back": "sent back". Nothing for a step that this version does not know.
std::optional<Sentence> step_words(std::string_view step);

// The steps whose words, in whatever language, hold these. Letters may be large or small.
std::vector<std::string> steps_said(const std::string& words);

}  // namespace sala::web
