// SPDX-License-Identifier: Apache-2.0

#include "script/code_points.hpp"

#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace sala::script {

// ICU's macro narrows on purpose.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
std::optional<char32_t> next_letter(std::string_view text, std::size_t& at)
{
    UChar32 letter = 0;
    U8_NEXT(text.data(), at, text.size(), letter);  // NOLINT(bugprone-inc-dec-in-conditions): ICU's
    if (letter < 0)
        return std::nullopt;
    return static_cast<char32_t>(letter);
}
#pragma GCC diagnostic pop

std::vector<CodePoint> code_points(std::string_view text)
{
    std::vector<CodePoint> letters;
    letters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto offset = at;
        letters.push_back({next_letter(text, at).value_or(0xFFFD), offset});
    }
    return letters;
}

void append(std::string& text, char32_t letter)
{
    icu::UnicodeString(static_cast<UChar32>(letter)).toUTF8String(text);
}

}  // namespace sala::script
