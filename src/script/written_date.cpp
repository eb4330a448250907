// SPDX-License-Identifier: Apache-2.0

#include "script/written_date.hpp"

#include "script/date_words.hpp"

#include <algorithm>
#include <initializer_list>

namespace sala::script {

namespace {

// A Thai digit is three bytes, E0 B9 90 to E0 B9 99.
std::size_t digit_bytes(std::string_view words)
{
    if (words.empty())
        return 0;
    if (words.front() >= '0' && words.front() <= '9')
        return 1;
    return words.size() >= 3 && words.substr(0, 3) >= "๐" && words.substr(0, 3) <= "๙" ? 3 : 0;
}

struct Number {
    std::size_t bytes = 0;
    std::size_t digits = 0;
};

Number number_at(std::string_view words)
{
    Number number;
    while (const auto bytes = digit_bytes(words.substr(number.bytes))) {
        number.bytes += bytes;
        ++number.digits;
    }
    return number;
}

bool is_day(const Number& number) { return number.digits == 1 || number.digits == 2; }

// The bytes of the first of these that `words` begins with.
std::size_t one_of(std::string_view words, std::initializer_list<std::string_view> signs)
{
    for (const auto sign : signs)
        if (words.starts_with(sign))
            return sign.size();
    return 0;
}

std::size_t space_at(std::string_view words) { return one_of(words, {" ", "\u00A0"}); }

bool is_letter(char sign) { return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z'); }

// "Mayors" is no May.
std::size_t month_at(std::string_view words)
{
    std::size_t longest = 0;
    for (const auto& month : month_words)
        for (const auto word : {month.english, month.english_short, month.thai, month.thai_short})
            if (words.starts_with(word) && word.size() > longest &&
                (word.size() == words.size() || !is_letter(words[word.size()])))
                longest = word.size();
    return longest;
}

std::size_t year_at(std::string_view words)
{
    auto at = space_at(words);
    if (at == 0)
        return 0;
    if (const auto era = one_of(words.substr(at), {"พ.ศ.", "ค.ศ."})) {
        at += era;
        at += space_at(words.substr(at));
    }
    const auto year = number_at(words.substr(at));
    return year.digits == 4 ? at + year.bytes : 0;
}

// "2 December", "26 – 28 สิงหาคม 2562"; 0: no date begins here.
std::size_t date_at(std::string_view words, const Number& day)
{
    if (!is_day(day))
        return 0;
    auto at = day.bytes;
    if (const auto dash = one_of(words.substr(at), {" – ", " - ", "–", "-"}))
        if (const auto last = number_at(words.substr(at + dash)); is_day(last))
            at += dash + last.bytes;
    const auto space = space_at(words.substr(at));
    const auto month = space > 0 ? month_at(words.substr(at + space)) : 0;
    if (month == 0)
        return 0;
    at += space + month;
    return at + year_at(words.substr(at));
}

}  // namespace

WrittenDate next_written_date(std::string_view words, std::size_t from)
{
    constexpr std::string_view ordinal = "ที่ ";
    for (auto at = from; at < words.size();) {
        const auto rest = words.substr(at);
        const auto number = number_at(rest);
        if (const auto size = date_at(rest, number)) {
            const bool ordered = words.substr(from, at - from).ends_with(ordinal);
            return {at - (ordered ? ordinal.size() : 0), at + size};
        }
        at += std::max<std::size_t>(number.bytes, 1);
    }
    return {};
}

std::size_t number_bytes(std::string_view words) { return number_at(words).bytes; }

}  // namespace sala::script
