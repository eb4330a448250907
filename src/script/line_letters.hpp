// SPDX-License-Identifier: Apache-2.0
//
// How much room a text takes up in a line, roughly, where nobody has a font to measure with.

#pragma once

#include <cstddef>
#include <string_view>

namespace sala::script {

// The letters that stand beside one another: Thai vowels and tone marks above and below take no
// room, nor do the signs where a line may or may not break.
std::size_t letters_in_line(std::string_view text);

}  // namespace sala::script
