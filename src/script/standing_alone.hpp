// SPDX-License-Identifier: Apache-2.0
//
// Whether a name that is found in a text is meant there, or is a part of another word.

#pragma once

#include <cstddef>
#include <string_view>

namespace sala::script {

// Whether its script puts nothing between words, as Thai, Lao, Burmese, Khmer and Chinese do.
bool joins_words(std::string_view name);

// `name` was found in `text` at byte `at`. Where words are spaced no letter stands beside it. Where
// they are not, nothing tells; only a name that is so short that it may be a part of any word has
// no letter beside it.
bool stands_alone(std::string_view text, std::size_t at, std::string_view name);

}  // namespace sala::script
