// SPDX-License-Identifier: Apache-2.0
//
// Where a line of Thai or mixed text may end, and the many places where a Thai reader would
// stumble.

#include "script/code_points.hpp"
#include "script/date_words.hpp"
#include "script/dictionary.hpp"
#include "script/person_name.hpp"
#include "script/segment.hpp"
#include "script/whole_words.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace sala::script {

namespace {

using Offsets = std::vector<std::size_t>;

// No line may begin at a byte after `after` and up to `until`.
struct Kept {
    std::size_t after;
    std::size_t until;
};

// A text in which every spelling of SARA AM and every run of spaces is alike.
struct Alike {
    std::u32string letters;
    Offsets bytes;  // one more than letters: the end
};

}  // namespace

// A stretch in which the dictionaries do not agree is cut by libthai alone when it is longer.
static constexpr std::size_t letters_without_agreement_max = 24;
// A given name behind an honorific is kept whole up to this length; beyond it, a sentence follows.
static constexpr std::size_t given_name_letters_max = 16;

static bool is_space(char32_t letter) { return letter == ' ' || letter == 0xA0 || letter == '\t'; }

static Alike alike(std::string_view text)
{
    Alike result;
    const auto put = [&](char32_t letter, std::size_t byte) {
        const bool tone_late =
            is_thai_tone(letter) && !result.letters.empty() && result.letters.back() == 0x0E4D;
        result.letters += letter;
        result.bytes.push_back(byte);
        if (tone_late)
            std::swap(result.letters[result.letters.size() - 2], result.letters.back());
    };
    for (const auto& [letter, byte] : code_points(text)) {
        if (letter == 0x0E33) {
            put(0x0E4D, byte);
            put(0x0E32, byte);
        } else if (is_space(letter)) {
            if (result.letters.empty() || result.letters.back() != ' ')
                put(' ', byte);
        } else {
            put(letter, byte);
        }
    }
    result.bytes.push_back(text.size());
    return result;
}

static void keep_name(const Alike& text, std::string_view name, std::vector<Kept>& kept)
{
    auto wanted = alike(name).letters;
    while (!wanted.empty() && wanted.back() == ' ')
        wanted.pop_back();
    if (wanted.empty())
        return;
    for (auto at = text.letters.find(wanted); at != std::u32string::npos;
         at = text.letters.find(wanted, at + 1))
        kept.push_back({text.bytes[at], text.bytes[at + wanted.size()] - 1});
}

static bool holds(const Offsets& sorted, std::size_t value)
{
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

// Where the given name ends that begins at `start`: at the end of its run of letters, or, when that
// is a whole sentence, right here.
static std::size_t given_name_end(std::string_view text, std::size_t start)
{
    std::size_t at = start;
    for (std::size_t count = 0; at < text.size(); ++count) {
        auto next = at;
        if (!is_thai_letter(next_letter(text, next).value_or(0)))
            break;
        if (count == given_name_letters_max)
            return start;
        at = next;
    }
    return std::max(start, at == start ? start : at - 1);
}

static void keep_honorifics(std::string_view text, const Boundaries& words, std::vector<Kept>& kept)
{
    const auto ends_word = [&](std::size_t at) {
        return holds(words.icu, at) || holds(words.libthai, at);
    };
    for (std::size_t at = 0; at < text.size(); next_letter(text, at)) {
        if (at != 0 && !ends_word(at))
            continue;
        const auto size = honorific_size(text.substr(at));
        // คุณ in คุณภาพ and นาย in นายจ้าง are parts of words, which the dictionaries know.
        if (size > 0 && at + size < text.size() && (size > 18 || ends_word(at + size)))
            kept.push_back({at, given_name_end(text, at + size)});
    }
}

static std::string_view without_spaces_behind(std::string_view text)
{
    while (text.ends_with(' ') || text.ends_with("\u00A0"))
        text.remove_suffix(text.ends_with(' ') ? 1 : 2);
    return text;
}

static bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Thai digits are three bytes, E0 B9 90 to E0 B9 99.
static std::size_t digit_behind(std::string_view text)
{
    if (!text.empty() && is_digit(text.back()))
        return 1;
    const bool thai = text.size() >= 3 && text.substr(text.size() - 3) >= "๐" &&
                      text.substr(text.size() - 3) <= "๙";
    return thai ? 3 : 0;
}

static bool begins_with_digit(std::string_view text)
{
    return !text.empty() &&
           (is_digit(text.front()) ||
            (text.size() >= 3 && text.substr(0, 3) >= "๐" && text.substr(0, 3) <= "๙"));
}

static bool ends_with_dash(std::string_view text)
{
    return text.ends_with('-') || text.ends_with("–");
}

static bool ends_with_month(std::string_view text)
{
    return std::any_of(month_words.begin(), month_words.end(), [&](const DateWord& month) {
        return text.ends_with(month.thai) || text.ends_with(month.thai_short) ||
               text.ends_with(month.english) || text.ends_with(month.english_short);
    });
}

static bool begins_with_month(std::string_view text)
{
    return std::any_of(month_words.begin(), month_words.end(), [&](const DateWord& month) {
        return text.starts_with(month.thai) || text.starts_with(month.thai_short) ||
               text.starts_with(month.english_short);
    });
}

// Nouns that stand in front of their number.
static bool ends_with_counter(std::string_view text)
{
    static constexpr std::array<std::string_view, 26> counters{
        "ที่",   "พ.ศ.", "พ.ศ",  "ค.ศ.",    "ค.ศ",     "ข้อ",   "ห้องประชุม", "ห้อง",  "มาตรา",
        "หน้า", "ปี",    "ระยะ", "ชั้น",      "โทรศัพท์",  "โทร.", "ฟอรั่ม",     "หมวด", "PM",
        "No.", "Room", "room", "Article", "article", "page", "Forum",    "Hall"};
    return ends_with_month(text) ||
           std::any_of(counters.begin(), counters.end(),
                       [&](std::string_view counter) { return text.ends_with(counter); });
}

// Whether the number at the end of `text` still wants its noun: "300 คน" does, "ครั้งที่ 5 ซึ่ง" and
// the year 2562 do not.
static bool wants_noun(std::string_view text)
{
    std::size_t digits = 0;
    bool grouped = false;
    for (;;) {
        if (const auto size = digit_behind(text); size > 0) {
            text.remove_suffix(size);
            ++digits;
        } else if (digits > 0 && (text.ends_with(',') || text.ends_with('.'))) {
            text.remove_suffix(1);
            grouped = true;
        } else {
            break;
        }
    }
    return (digits < 4 || grouped) && !ends_with_counter(without_spaces_behind(text));
}

static bool begins_with_thai(std::string_view text)
{
    std::size_t at = 0;
    return !text.empty() && is_thai_letter(next_letter(text, at).value_or(0));
}

// Whether what stands before and behind a space belongs together.
static bool belong_together(std::string_view before, std::string_view behind)
{
    if (behind.starts_with("ๆ") || behind.starts_with("ฯ"))
        return true;
    const bool number_before = digit_behind(before) > 0;
    const bool number_behind = begins_with_digit(behind);
    if (number_before && (number_behind || behind.starts_with('-') || behind.starts_with("–")))
        return true;
    if (number_behind && (ends_with_dash(before) || ends_with_counter(before)))
        return true;
    if (behind.starts_with("พ.ศ.") || behind.starts_with("ค.ศ."))
        return ends_with_counter(before);
    return number_before &&
           (begins_with_month(behind) || (begins_with_thai(behind) && wants_noun(before)));
}

// Inside a run of Thai letters.
static bool is_inside_thai(std::string_view text, std::size_t at)
{
    std::size_t before = at;
    do
        --before;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80);
    return begins_with_thai(text.substr(before)) && begins_with_thai(text.substr(at));
}

// Adds libthai's cuts to stretches of Thai that would be too long for a line without them.
static void ease_long_stretches(std::string_view text, const Offsets& libthai, Offsets& breaks)
{
    Offsets added;
    Offsets waiting;
    std::size_t letters = 0;
    const auto close_stretch = [&] {
        if (letters > letters_without_agreement_max)
            added.insert(added.end(), waiting.begin(), waiting.end());
        waiting.clear();
        letters = 0;
    };
    for (const auto& [letter, byte] : code_points(text)) {
        if (!is_thai_letter(letter) || holds(breaks, byte))
            close_stretch();
        else if (holds(libthai, byte))
            waiting.push_back(byte);
        letters += is_thai_letter(letter) ? 1 : 0;
    }
    close_stretch();
    Offsets all;
    std::set_union(breaks.begin(), breaks.end(), added.begin(), added.end(),
                   std::back_inserter(all));
    breaks = std::move(all);
}

std::vector<std::size_t> break_opportunities(std::string_view text,
                                             std::span<const std::string> names)
{
    const auto words = word_boundaries(text);
    std::vector<Kept> kept;
    const auto same = alike(text);
    for (const auto word : whole_words)
        keep_name(same, word, kept);
    for (const auto& name : names)
        keep_name(same, name, kept);
    keep_honorifics(text, words, kept);

    auto breaks = icu_line_breaks(text);
    std::erase_if(breaks, [&](std::size_t at) {
        return is_inside_thai(text, at) && !holds(words.libthai, at);
    });
    ease_long_stretches(text, words.libthai, breaks);
    std::erase_if(breaks, [&](std::size_t at) {
        const bool in_kept = std::any_of(kept.begin(), kept.end(), [&](const Kept& one) {
            return one.after < at && at <= one.until;
        });
        return in_kept ||
               belong_together(without_spaces_behind(text.substr(0, at)), text.substr(at));
    });
    return breaks;
}

}  // namespace sala::script
