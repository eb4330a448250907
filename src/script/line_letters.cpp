// SPDX-License-Identifier: Apache-2.0

#include "script/line_letters.hpp"

#include "script/code_points.hpp"

#include <algorithm>

namespace sala::script {

namespace {

bool takes_room(char32_t letter)
{
    const bool mark = letter == 0x0E31 || (letter >= 0x0E34 && letter <= 0x0E3A) ||
                      (letter >= 0x0E47 && letter <= 0x0E4E);
    return !mark && letter != 0x200B && letter != 0x2060;
}

}  // namespace

std::size_t letters_in_line(std::string_view text)
{
    const auto letters = code_points(text);
    return static_cast<std::size_t>(
        std::count_if(letters.begin(), letters.end(),
                      [](const CodePoint& one) { return takes_room(one.letter); }));
}

}  // namespace sala::script
