// SPDX-License-Identifier: Apache-2.0
//
// Where Thai words end, as two dictionaries see it. Thai is written without spaces, and each
// dictionary alone is wrong about names. Inside script/ only.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace sala::script {

// Byte offsets, sorted, without 0 and the end. SARA AM may be written as one sign or two.
struct Boundaries {
    std::vector<std::size_t> icu;      // of words, numbers, spaces and marks in any language
    std::vector<std::size_t> libthai;  // inside runs of Thai letters only
};
Boundaries word_boundaries(std::string_view text);

// Where a line may break by the rules of Unicode (UAX 14) and ICU's dictionaries.
std::vector<std::size_t> icu_line_breaks(std::string_view text);

}  // namespace sala::script
