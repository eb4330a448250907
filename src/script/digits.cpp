// SPDX-License-Identifier: Apache-2.0

#include "script/digits.hpp"

#include "script/code_points.hpp"

#include <unicode/uchar.h>

namespace sala::script {

std::string to_thai_digits(std::string_view text)
{
    std::string result;
    for (const char letter : text) {
        if (letter >= '0' && letter <= '9')
            append(result, U'๐' + static_cast<char32_t>(letter - '0'));
        else
            result += letter;
    }
    return result;
}

std::string to_arabic_digits(std::string_view text)
{
    std::string result;
    for (const auto& [letter, offset] : code_points(text)) {
        const int value = u_charDigitValue(static_cast<UChar32>(letter));
        if (value >= 0)
            result += static_cast<char>('0' + value);
        else
            append(result, letter);
    }
    return result;
}

}  // namespace sala::script
