// SPDX-License-Identifier: Apache-2.0

#include "script/dictionary.hpp"

#include "base/result.hpp"
#include "script/code_points.hpp"

#include <thai/thwbrk.h>
#include <unicode/brkiter.h>

#include <memory>

namespace sala::script {

namespace {

// The dictionaries know SARA AM as one sign only, so the text is rewritten for them, with the byte
// of the original kept for every unit (and one for the end).
struct Rewritten {
    std::u16string units;
    std::vector<std::size_t> bytes;
};

struct DeleteBrk {
    void operator()(ThBrk* brk) const { th_brk_delete(brk); }
};

}  // namespace

static constexpr char32_t nikhahit = 0x0E4D;
static constexpr char32_t sara_aa = 0x0E32;
static constexpr char32_t sara_am = 0x0E33;

static Rewritten rewritten(std::string_view text)
{
    const auto letters = code_points(text);
    Rewritten result;
    const auto put = [&](char32_t letter, std::size_t byte) {
        if (letter > 0xFFFF) {
            result.units += static_cast<char16_t>(0xD800 + ((letter - 0x10000) >> 10));
            result.bytes.push_back(byte);
            letter = 0xDC00 + ((letter - 0x10000) & 0x3FF);
        }
        result.units += static_cast<char16_t>(letter);
        result.bytes.push_back(byte);
    };
    for (std::size_t at = 0; at < letters.size(); ++at) {
        const auto& [letter, byte] = letters[at];
        const auto next = [&](std::size_t steps) {
            return at + steps < letters.size() ? letters[at + steps].letter : char32_t{0};
        };
        if (letter == nikhahit && next(1) == sara_aa) {
            put(sara_am, byte);
            ++at;
        } else if (letter == nikhahit && is_thai_tone(next(1)) && next(2) == sara_aa) {
            put(next(1), byte);
            put(sara_am, letters[at + 1].offset);
            at += 2;
        } else {
            put(letter, byte);
        }
    }
    result.bytes.push_back(text.size());
    return result;
}

// An iterator remembers its text, so every thread has its own pair.
static icu::BreakIterator& iterator(bool of_lines)
{
    thread_local std::unique_ptr<icu::BreakIterator> own[2];
    auto& one = own[of_lines ? 1 : 0];
    if (!one) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Locale thai("th");
        one.reset(of_lines ? icu::BreakIterator::createLineInstance(thai, status)
                           : icu::BreakIterator::createWordInstance(thai, status));
        if (U_FAILURE(status))
            throw Fault(std::string("ICU cannot break text: ") + u_errorName(status));
    }
    return *one;
}

static std::vector<std::size_t> icu_boundaries(const Rewritten& text, bool of_lines)
{
    auto& breaks = iterator(of_lines);
    const icu::UnicodeString wide(false, text.units.data(),
                                  static_cast<int32_t>(text.units.size()));
    breaks.setText(wide);
    std::vector<std::size_t> found;
    breaks.first();
    for (auto at = breaks.next(); at != icu::BreakIterator::DONE; at = breaks.next())
        if (static_cast<std::size_t>(at) < text.units.size())
            found.push_back(text.bytes[static_cast<std::size_t>(at)]);
    breaks.setText(icu::UnicodeString());
    return found;
}

// libthai keeps state while it works and nothing says it may be shared: one for every thread.
static ThBrk* thai_breaker()
{
    thread_local const std::unique_ptr<ThBrk, DeleteBrk> own(th_brk_new(nullptr));
    if (!own)
        throw Fault("The Thai dictionary of libthai (package libthai-data) cannot be read.");
    return own.get();
}

static void add_libthai(const Rewritten& text, std::size_t from, std::size_t to,
                        std::vector<std::size_t>& found)
{
    const std::vector<thwchar_t> run = [&] {
        std::vector<thwchar_t> letters;
        for (auto at = from; at < to; ++at)
            letters.push_back(static_cast<thwchar_t>(text.units[at]));
        letters.push_back(0);
        return letters;
    }();
    std::vector<int> positions(run.size());
    const int count =
        th_brk_wc_find_breaks(thai_breaker(), run.data(), positions.data(), positions.size());
    for (int index = 0; index < count; ++index) {
        const auto at = static_cast<std::size_t>(positions[static_cast<std::size_t>(index)]);
        if (at > 0 && from + at < to)
            found.push_back(text.bytes[from + at]);
    }
}

Boundaries word_boundaries(std::string_view text)
{
    const auto wide = rewritten(text);
    Boundaries result{icu_boundaries(wide, false), {}};
    const auto size = wide.units.size();
    for (std::size_t at = 0; at < size; ++at) {
        const auto from = at;
        while (at < size && is_thai_letter(wide.units[at]))
            ++at;
        if (at > from + 1)
            add_libthai(wide, from, at, result.libthai);
    }
    return result;
}

std::vector<std::size_t> icu_line_breaks(std::string_view text)
{
    return icu_boundaries(rewritten(text), true);
}

}  // namespace sala::script
