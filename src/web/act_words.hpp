// SPDX-License-Identifier: Apache-2.0
//
// What people did, as it is called: an act is kept under the name of its verb, and read as words.

#pragma once

#include "base/sentence.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::web {

// "release_programme": "Released the programme". Nothing for a verb that changes nothing or that
// this version does not know.
std::optional<Sentence> act_words(std::string_view verb);

// The verb of this name, or those whose words, in whatever language, hold these; the words
// themselves when none does, for a verb of another version. Letters may be large or small.
std::vector<std::string> acts_said(const std::string& words);

}  // namespace sala::web
