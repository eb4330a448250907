// SPDX-License-Identifier: Apache-2.0
//
// A text for paper, with signs nobody sees where its lines may and may not break.

#pragma once

#include <string>
#include <vector>

namespace sala::script {

// The text with U+200B where a line may begin and no space stands, and U+2060 behind a space where
// it may not. The names are never cut: a Thai text in which nothing may break ends with U+200B,
// lest somebody with a dictionary thinks that nobody has looked.
std::string with_breaks(const std::string& text, const std::vector<std::string>& names);

}  // namespace sala::script
