// SPDX-License-Identifier: Apache-2.0

#include "web/unbroken_words.hpp"

#include "script/whole_words.hpp"

#include <array>

namespace sala::web {

namespace {

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

bool is_of_number_word(char sign)
{
    return is_digit(sign) || (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z') ||
           sign == '-';
}

// Browsers begin a line between a hyphen and a digit, and cut COVID-|19. Such a word stands in one
// piece; a longer one may be cut, because it could be wider than a telephone.
Stretch next_number_word(std::string_view words, std::size_t from)
{
    constexpr std::size_t whole_bytes_max = 24;
    for (auto hyphen = words.find('-', from); hyphen != words.npos;
         hyphen = words.find('-', hyphen)) {
        auto begin = hyphen++;
        if (hyphen == words.size() || !is_digit(words[hyphen]))
            continue;
        while (begin > from && is_of_number_word(words[begin - 1]))
            --begin;
        auto end = hyphen;
        while (end < words.size() && is_of_number_word(words[end]))
            ++end;
        hyphen = end;
        if (end - begin <= whole_bytes_max)
            return {begin, end};
    }
    return {};
}

// The last byte of each letter that a word of the list begins with: most letters are passed by.
constexpr auto begins_whole_word = [] {
    std::array<bool, 256> letters{};
    for (const auto word : script::whole_words)
        letters[static_cast<unsigned char>(word[2])] = true;
    return letters;
}();

// A Thai digit is three bytes, E0 B9 90 to E0 B9 99.
std::size_t digits_at(std::string_view words)
{
    std::size_t size = 0;
    for (;;) {
        const auto rest = words.substr(size);
        if (!rest.empty() && is_digit(rest.front()))
            size += 1;
        else if (rest.size() >= 3 && rest.substr(0, 3) >= "๐" && rest.substr(0, 3) <= "๙")
            size += 3;
        else
            return size;
    }
}

// Browsers cut นายก|เทศมนตรี and ครั้ง|ที่ 5: a word of the list stands in one piece, and so does what
// counts with its number.
Stretch next_whole_word(std::string_view words, std::size_t from)
{
    for (auto at = words.find('\xE0', from); at != words.npos && at + 2 < words.size();
         at = words.find('\xE0', at + 3)) {
        if (!begins_whole_word[static_cast<unsigned char>(words[at + 2])])
            continue;
        const auto rest = words.substr(at);
        for (const auto word : script::whole_words) {
            if (!rest.starts_with(word))
                continue;
            auto size = word.size();
            if (word.ends_with("ที่") && rest.substr(size).starts_with(' '))
                if (const auto digits = digits_at(rest.substr(size + 1)); digits > 0)
                    size += 1 + digits;
            return {at, at + size};
        }
    }
    return {};
}

}  // namespace

UnbrokenWords::UnbrokenWords(std::string_view words)
    : words_(words),
      number_(next_number_word(words, 0)),
      thai_(next_whole_word(words, 0))
{
}

std::optional<Stretch> UnbrokenWords::next()
{
    const auto word = number_.begin < thai_.begin ? number_ : thai_;
    if (word.begin == std::string_view::npos)
        return std::nullopt;
    if (number_.begin < word.end)
        number_ = next_number_word(words_, word.end);
    if (thai_.begin < word.end)
        thai_ = next_whole_word(words_, word.end);
    return word;
}

Html unbroken(const Reader& reader, const Sentence& sentence)
{
    return unbroken(reader, reader.say(sentence));
}

Html unbroken(const Reader& reader, std::string_view words)
{
    Html shown;
    std::size_t copied = 0;
    UnbrokenWords unbroken(words);
    while (const auto word = unbroken.next()) {
        append(shown, reader, words.substr(copied, word->begin - copied), "<span class=\"nb\">",
               words.substr(word->begin, word->end - word->begin), "</span>");
        copied = word->end;
    }
    append(shown, reader, words.substr(copied));
    return shown;
}

}  // namespace sala::web
