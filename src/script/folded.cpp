// SPDX-License-Identifier: Apache-2.0

#include "script/folded.hpp"

#include "base/result.hpp"
#include "script/code_points.hpp"
#include "script/normal.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <cctype>

namespace sala::script {

namespace {

constexpr auto within_letter = std::string::npos;

const icu::Normalizer2& composing()
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status))
        throw Fault(std::string("ICU cannot normalise text: ") + u_errorName(status));
    return *normalizer;
}

// An accent, a vowel or a tone that belongs to the letter before it.
bool goes_on(const icu::Normalizer2& normalizer, char32_t letter)
{
    const auto code = static_cast<UChar32>(letter);
    return letter >= 0x80 &&
           ((U_GET_GC_MASK(code) & U_GC_M_MASK) != 0 || normalizer.hasBoundaryBefore(code) == 0);
}

bool is_blank(std::string_view letter)
{
    std::size_t at = 0;
    const auto first = next_letter(letter, at);
    return first && u_isUWhiteSpace(static_cast<UChar32>(*first)) != 0;
}

}  // namespace

Folded::Folded(std::string_view text)
{
    const auto& normalizer = composing();
    const auto letters = code_points(text);
    for (std::size_t one = 0; one < letters.size();) {
        auto next = one + 1;
        while (next < letters.size() && goes_on(normalizer, letters[next].letter))
            ++next;
        const auto begins = letters[one].offset;
        const auto ends = next < letters.size() ? letters[next].offset : text.size();
        add(text.substr(begins, ends - begins), begins);
        one = next;
    }
    places_.push_back(text.size());
}

void Folded::add(std::string_view letter, std::size_t begins)
{
    std::string folded;
    if (is_blank(letter))
        folded = words_.ends_with(' ') ? "" : " ";
    else if (letter.size() == 1 && static_cast<unsigned char>(letter[0]) < 0x80)
        folded = static_cast<char>(std::tolower(static_cast<unsigned char>(letter[0])));
    else
        folded = searchable(letter);
    if (folded.empty())
        return;
    words_ += folded;
    places_.push_back(begins);
    places_.resize(words_.size(), within_letter);
}

std::optional<Folded::Part> Folded::written(std::size_t at, std::size_t size) const
{
    const Part part{places_.at(at), places_.at(at + size)};
    if (part.begin == within_letter || part.end == within_letter)
        return std::nullopt;
    return part;
}

bool begins_large(std::string_view text)
{
    std::size_t at = 0;
    const auto first = next_letter(text, at);
    return first && (u_isupper(static_cast<UChar32>(*first)) != 0 ||
                     u_istitle(static_cast<UChar32>(*first)) != 0);
}

}  // namespace sala::script
