// SPDX-License-Identifier: Apache-2.0

#include "script/standing_alone.hpp"

#include "script/code_points.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace sala::script {

namespace {

char32_t letter_at(std::string_view text, std::size_t at)
{
    return next_letter(text, at).value_or(0);
}

char32_t letter_before(std::string_view text, std::size_t at)
{
    if (at == 0)
        return 0;
    do
        --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    return letter_at(text, at);
}

// Vowels and tones are marks, and stand beside letters.
bool is_of_a_word(char32_t letter)
{
    constexpr auto marks = U_GC_M_MASK;
    const auto code = static_cast<UChar32>(letter);
    return u_isalnum(code) || (U_GET_GC_MASK(code) & marks) != 0;
}

bool is_joined(char32_t letter)
{
    UErrorCode status = U_ZERO_ERROR;
    return is_of_a_word(letter) &&
           uscript_breaksBetweenLetters(uscript_getScript(static_cast<UChar32>(letter), &status));
}

bool is_spaced(char32_t letter) { return is_of_a_word(letter) && !is_joined(letter); }

bool is_short(std::string_view name)
{
    constexpr std::ptrdiff_t letters_min = 4;
    return std::count_if(name.begin(), name.end(), [](char c) {
               return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
           }) < letters_min;
}

}  // namespace

bool joins_words(std::string_view name) { return is_joined(letter_at(name, 0)); }

bool stands_alone(std::string_view text, std::size_t at, std::string_view name)
{
    const auto end = at + name.size();
    const auto is_one_word = [&](char32_t outside, char32_t inside) {
        return (is_spaced(outside) && is_spaced(inside)) ||
               (is_joined(outside) && is_joined(inside) && is_short(name));
    };
    return !is_one_word(letter_before(text, at), letter_at(name, 0)) &&
           !is_one_word(end < text.size() ? letter_at(text, end) : 0,
                        letter_before(name, name.size()));
}

}  // namespace sala::script
