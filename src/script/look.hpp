// SPDX-License-Identifier: Apache-2.0
//
// What words look like to somebody who reads them: "Ѕecretariat" with a Cyrillic letter, or in
// capitals, looks like the same word as without.

#pragma once

#include <string>
#include <string_view>

namespace sala::script {

// The same for words that a reader may take for each other: without capitals, spaces and signs that
// are not seen, each letter as the one it is confused with (UTS 39). Never shown.
std::string look_of(std::string_view text);

// Signs that are not seen, or that turn the direction of what follows. A joiner behind a letter of
// a script that needs it (Arabic, Indic, Khmer) is none.
bool holds_unseen_signs(std::string_view text);

}  // namespace sala::script
