// SPDX-License-Identifier: Apache-2.0

#include "script/normal.hpp"

#include "base/result.hpp"
#include "script/code_points.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <utility>

namespace sala::script {

using Form = const icu::Normalizer2* (*)(UErrorCode&);

static std::string normalised(std::string_view text, Form form, bool folded = false)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = form(status);
    auto wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    if (U_SUCCESS(status) && folded)
        wide = normalizer->normalize(wide, status).foldCase();
    if (U_SUCCESS(status))
        wide = normalizer->normalize(wide, status);
    if (U_FAILURE(status))
        throw Fault(std::string("ICU cannot normalise text: ") + u_errorName(status));
    std::string result;
    wide.toUTF8String(result);
    return result;
}

static const icu::Normalizer2* nfc(UErrorCode& status)
{
    return icu::Normalizer2::getNFCInstance(status);
}
static const icu::Normalizer2* nfd(UErrorCode& status)
{
    return icu::Normalizer2::getNFDInstance(status);
}
static const icu::Normalizer2* nfkc(UErrorCode& status)
{
    return icu::Normalizer2::getNFKCInstance(status);
}

bool is_utf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();)
        if (!next_letter(bytes, at))
            return false;
    return true;
}

static bool is_blank(char32_t letter)
{
    return u_isUWhiteSpace(static_cast<UChar32>(letter)) != 0 || letter == 0xFEFF;
}

static bool is_control(char32_t letter)
{
    return u_charType(static_cast<UChar32>(letter)) == U_CONTROL_CHAR;
}

std::string clean(std::string_view text)
{
    const auto plain = normalised(text, nfc);
    const auto letters = code_points(plain);
    const auto seen = [](const CodePoint& one) {
        return !is_blank(one.letter) && !is_control(one.letter);
    };
    const auto first = std::find_if(letters.begin(), letters.end(), seen);
    const auto last = std::find_if(letters.rbegin(), letters.rend(), seen).base();
    std::string result;
    for (auto at = first; at < last; ++at) {
        const bool line_end = at->letter == '\r';
        if (line_end && at + 1 != last && (at + 1)->letter == '\n')
            continue;
        const bool control = is_control(at->letter);
        if (line_end)
            result += '\n';
        else if (!control || at->letter == '\n' || at->letter == '\t')
            append(result, at->letter);
    }
    // A control character may have stood between a letter and its accent.
    return normalised(result, nfc);
}

static bool is_invisible(char32_t letter)
{
    return letter == 0x200B || letter == 0x2060 || letter == 0xFEFF || letter == 0x00AD ||
           letter == 0;
}

// NFKC splits SARA AM but knows nothing of the order in which typists put tone and nikhahit, nor
// that two SARA E look exactly like one SARA AE.
static std::u32string in_thai_order(const std::u32string& letters)
{
    std::u32string result;
    for (const auto letter : letters) {
        auto place = result.size();
        if (is_thai_tone(letter))
            while (place > 0 && result[place - 1] == U'\u0E4D')
                --place;
        if (letter == U'\u0E40' && result.ends_with(letter))
            result.back() = U'\u0E41';
        else
            result.insert(place, 1, letter);
    }
    return result;
}

// Folding and NFKC each move marks: again until both are content. Tones only ever move forward, so
// this ends, at once for nearly everything a person types.
static std::string thai_folded(std::u32string letters)
{
    for (std::string before;;) {
        std::string folded;
        for (const auto letter : in_thai_order(letters))
            append(folded, letter);
        folded = normalised(folded, nfkc);
        if (folded == before)
            return folded;
        letters.clear();
        for (const auto& [letter, offset] : code_points(folded))
            letters += letter;
        before = std::move(folded);
    }
}

std::string searchable(std::string_view text)
{
    std::u32string letters;
    for (const auto& [letter, offset] : code_points(normalised(text, nfkc, true))) {
        const int digit = u_charDigitValue(static_cast<UChar32>(letter));
        if (digit >= 0)
            letters += U'0' + static_cast<char32_t>(digit);
        else if (is_blank(letter) && !is_invisible(letter))
            letters += letters.empty() || letters.back() == ' ' ? U"" : U" ";
        else if (!is_invisible(letter) && !is_control(letter))
            letters += letter;
    }
    if (!letters.empty() && letters.back() == ' ')
        letters.pop_back();
    return thai_folded(std::move(letters));
}

// Letters with a stroke or a ligature have no decomposition in Unicode.
struct Plain {
    char32_t letter;
    std::string_view plain;
};
static constexpr std::array<Plain, 18> strokes{{{U'đ', "d"},
                                                {U'Đ', "D"},
                                                {U'ð', "d"},
                                                {U'Ð', "D"},
                                                {U'ø', "o"},
                                                {U'Ø', "O"},
                                                {U'ł', "l"},
                                                {U'Ł', "L"},
                                                {U'ħ', "h"},
                                                {U'Ħ', "H"},
                                                {U'ı', "i"},
                                                {U'ß', "ss"},
                                                {U'æ', "ae"},
                                                {U'Æ', "AE"},
                                                {U'œ', "oe"},
                                                {U'Œ', "OE"},
                                                {U'þ', "th"},
                                                {U'Þ', "Th"}}};

std::string without_accents(std::string_view text)
{
    std::string result;
    bool after_latin = false;
    for (const auto& [letter, offset] : code_points(normalised(text, nfd))) {
        const auto code = static_cast<UChar32>(letter);
        if (after_latin && u_charType(code) == U_NON_SPACING_MARK)
            continue;
        UErrorCode status = U_ZERO_ERROR;
        after_latin = uscript_getScript(code, &status) == USCRIPT_LATIN;
        const auto* stroke = std::find_if(strokes.begin(), strokes.end(),
                                          [&](const Plain& one) { return one.letter == letter; });
        if (stroke != strokes.end())
            result += stroke->plain;
        else
            append(result, letter);
    }
    return normalised(result, nfc);
}

bool holds_thai(std::string_view text)
{
    const auto letters = code_points(text);
    return std::any_of(letters.begin(), letters.end(),
                       [](const CodePoint& one) { return is_thai_letter(one.letter); });
}

}  // namespace sala::script
