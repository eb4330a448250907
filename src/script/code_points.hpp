// SPDX-License-Identifier: Apache-2.0
//
// A text as its letters, each with the byte where it begins. Inside script/ only.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::script {

struct CodePoint {
    char32_t letter;     // U+FFFD where the bytes are not UTF-8
    std::size_t offset;  // in bytes
};

std::vector<CodePoint> code_points(std::string_view text);

// The letter that begins at byte `at`, which moves on behind it. Nothing when it is not UTF-8.
std::optional<char32_t> next_letter(std::string_view text, std::size_t& at);

void append(std::string& text, char32_t letter);

inline bool is_thai_letter(char32_t letter)
{
    return (letter >= 0x0E01 && letter <= 0x0E3A) || (letter >= 0x0E40 && letter <= 0x0E4E);
}

inline bool is_thai_tone(char32_t letter) { return letter >= 0x0E48 && letter <= 0x0E4B; }

}  // namespace sala::script
