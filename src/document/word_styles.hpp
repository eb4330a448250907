// SPDX-License-Identifier: Apache-2.0
//
// How a word-processor file of ours looks. For the DOCX writer alone.

#pragma once

#include "document/paper.hpp"

#include <string>
#include <string_view>

namespace sala::document {

inline constexpr std::string_view word_font = "TH Sarabun New";

// pandoc's own reference document with Thai styles: 16 points, A4, margins of official letters.
// Thai is a "complex script" to Word and obeys w:cs and w:szCs, which pandoc leaves at 12 points.
std::string word_reference(std::string_view pandocs_reference);

}  // namespace sala::document
