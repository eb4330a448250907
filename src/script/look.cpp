// SPDX-License-Identifier: Apache-2.0

#include "script/look.hpp"

#include "base/result.hpp"
#include "script/code_points.hpp"
#include "script/normal.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <memory>

namespace sala::script {

namespace {

bool is_unseen(char32_t letter)
{
    const auto code = static_cast<UChar32>(letter);
    const auto kind = u_charType(code);
    return kind == U_FORMAT_CHAR || kind == U_CONTROL_CHAR || kind == U_LINE_SEPARATOR ||
           kind == U_PARAGRAPH_SEPARATOR || kind == U_PRIVATE_USE_CHAR || kind == U_UNASSIGNED ||
           u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
           letter == 0x2800;  // the empty one of Braille
}

bool is_joined(char32_t before)
{
    return (before >= 0x0600 && before <= 0x08FF) || (before >= 0x0900 && before <= 0x0DFF) ||
           (before >= 0x1000 && before <= 0x109F) || (before >= 0x1780 && before <= 0x17FF);
}

icu::UnicodeString skeleton_of(const icu::UnicodeString& text)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&status),
                                                                          &uspoof_close);
    icu::UnicodeString skeleton;
    if (U_SUCCESS(status))
        uspoof_getSkeletonUnicodeString(checker.get(), 0, text, skeleton, &status);
    if (U_FAILURE(status))
        throw Fault(std::string("ICU cannot compare how words look: ") + u_errorName(status));
    return skeleton;
}

}  // namespace

std::string look_of(std::string_view text)
{
    std::string seen;
    for (const auto& [letter, offset] : code_points(searchable(text)))
        if (letter != ' ' && !is_unseen(letter))
            append(seen, letter);
    // A capital may look like another letter than the small one, so once more.
    const auto once = skeleton_of(icu::UnicodeString::fromUTF8(seen)).foldCase();
    std::string look;
    skeleton_of(once).toUTF8String(look);
    return look;
}

bool holds_unseen_signs(std::string_view text)
{
    char32_t before = 0;
    for (const auto& [letter, offset] : code_points(text)) {
        const bool joins = (letter == 0x200C || letter == 0x200D) && is_joined(before);
        if (is_unseen(letter) && !joins)
            return true;
        before = letter;
    }
    return false;
}

}  // namespace sala::script
