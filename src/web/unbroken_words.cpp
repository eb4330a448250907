// SPDX-License-Identifier: Apache-2.0

#include "web/unbroken_words.hpp"

#include "script/counted_words.hpp"
#include "script/whole_words.hpp"
#include "script/written_date.hpp"

#include <algorithm>
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

// A number of Thai things: 7 นาที, 1,000 คน, 08:37 น.
Stretch next_counted(std::string_view words, std::size_t from)
{
    for (auto space = words.find(" \xE0", from); space != words.npos;
         space = words.find(" \xE0", space + 1)) {
        if (space == from || !is_digit(words[space - 1]))
            continue;
        const auto rest = words.substr(space + 1);
        const auto counted =
            std::find_if(script::counted_words.begin(), script::counted_words.end(),
                         [&](auto word) { return rest.starts_with(word); });
        if (counted == script::counted_words.end())
            continue;
        auto begin = space;
        while (begin > from && (is_digit(words[begin - 1]) || words[begin - 1] == ',' ||
                                words[begin - 1] == '.' || words[begin - 1] == ':'))
            --begin;
        return {begin, space + 1 + counted->size()};
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
                if (const auto digits = script::number_bytes(rest.substr(size + 1)))
                    size += 1 + digits;
            return {at, at + size};
        }
    }
    return {};
}

// The longest of those that begin first: "นางอาร์มิดา …" and not what follows the "นาง".
Stretch next_name(std::string_view words, std::size_t from, std::span<const std::string> names)
{
    Stretch first;
    for (const auto& name : names) {
        const auto at = name.empty() ? words.npos : words.find(name, from);
        if (at < first.begin ||
            (at == first.begin && at != words.npos && at + name.size() > first.end))
            first = {at, at + name.size()};
    }
    return first;
}

Stretch next_of(std::size_t kind, std::string_view words, std::size_t from,
                std::span<const std::string> names)
{
    switch (kind) {
    case 0:
        return next_number_word(words, from);
    case 1:
        return next_whole_word(words, from);
    case 2: {
        const auto date = script::next_written_date(words, from);
        return {date.begin, date.end};
    }
    case 3:
        return next_counted(words, from);
    default:
        return next_name(words, from, names);
    }
}

}  // namespace

UnbrokenWords::UnbrokenWords(std::string_view words, std::span<const std::string> names)
    : words_(words),
      names_(names)
{
    for (std::size_t kind = 0; kind < found_.size(); ++kind)
        found_[kind] = next_of(kind, words, 0, names);
}

// What begins inside another one, as a date behind วันที่, goes on with it.
std::optional<Stretch> UnbrokenWords::next()
{
    auto word = *std::min_element(found_.begin(), found_.end(),
                                  [](const auto& a, const auto& b) { return a.begin < b.begin; });
    if (word.begin == std::string_view::npos)
        return std::nullopt;
    for (const auto& other : found_)
        if (other.begin < word.end)
            word.end = std::max(word.end, other.end);
    for (std::size_t kind = 0; kind < found_.size(); ++kind)
        if (found_[kind].begin < word.end)
            found_[kind] = next_of(kind, words_, word.end, names_);
    return word;
}

Html unbroken(const Reader& reader, std::string_view words, std::span<const std::string> names)
{
    Html shown;
    std::size_t copied = 0;
    UnbrokenWords unbroken(words, names);
    while (const auto word = unbroken.next()) {
        append(shown, reader, words.substr(copied, word->begin - copied), "<span class=\"nb\">",
               words.substr(word->begin, word->end - word->begin), "</span>");
        copied = word->end;
    }
    append(shown, reader, words.substr(copied));
    return shown;
}

}  // namespace sala::web
