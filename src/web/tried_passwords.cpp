// SPDX-License-Identifier: Apache-2.0

#include "web/tried_passwords.hpp"

#include "base/embedded.hpp"
#include "script/normal.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace sala::web {

namespace {

// What everybody tries first: p4ssw0rd!2024 is "password".
std::string bare_word(std::string_view password)
{
    std::string word;
    for (const char c : password) {
        switch (c) {
        case '0':
            word.push_back('o');
            break;
        case '1':
        case '!':
            word.push_back('i');
            break;
        case '3':
            word.push_back('e');
            break;
        case '4':
        case '@':
            word.push_back('a');
            break;
        case '5':
        case '$':
            word.push_back('s');
            break;
        case '7':
            word.push_back('t');
            break;
        default:
            word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
        }
    }
    return word;
}

std::string letters_of(std::string_view words)
{
    std::string letters;
    for (const char c : words)
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80)
            letters.push_back(c);
    return letters;
}

// src/web/templates/known_passwords.txt: one word a line, in small letters.
const std::set<std::string, std::less<>>& known_passwords()
{
    static const auto known = [] {
        std::set<std::string, std::less<>> words;
        auto text = embedded_file("templates/web/known_passwords.txt").value_or("");
        while (!text.empty()) {
            const auto end = text.find('\n');
            const auto line = text.substr(0, end);
            if (!line.empty() && !line.starts_with('#'))
                words.emplace(line);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        return words;
    }();
    return known;
}

// "p4$$w0rd" of "p4$$w0rd2024!": what is hung on would read as letters, too.
std::string_view without_tail(std::string_view word)
{
    while (!word.empty() && (word.back() < 'a' || word.back() > 'z') &&
           static_cast<unsigned char>(word.back()) < 0x80)
        word.remove_suffix(1);
    return word;
}

bool has_known(std::string_view word)
{
    const auto& known = known_passwords();
    return known.find(word) != known.end();
}

// The known words with which it begins.
std::vector<std::string_view> known_beginnings(std::string_view word)
{
    std::vector<std::string_view> all;
    for (std::size_t cut = 3; cut <= word.size(); ++cut)
        if (has_known(word.substr(0, cut)))
            all.push_back(word.substr(0, cut));
    return all;
}

// What is left when these two words are taken from its beginning as often as they stand there.
std::string_view without(std::string_view word, std::string_view one, std::string_view other)
{
    while (!word.empty()) {
        if (word.starts_with(one))
            word.remove_prefix(one.size());
        else if (!other.empty() && word.starts_with(other))
            word.remove_prefix(other.size());
        else
            break;
    }
    return word;
}

// A known word, said as often as one likes, or two of them in turns.
bool is_made_of_two(std::string_view word)
{
    for (const auto one : known_beginnings(word)) {
        const auto rest = without(word, one, {});
        if (rest.empty())
            return true;
        for (const auto other : known_beginnings(rest))
            if (without(rest, one, other).empty())
                return true;
    }
    return false;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// How far it is from one sign to the next; digits go on from nine with nought.
int step(char from, char to)
{
    const int apart = to - from;
    return is_digit(from) && is_digit(to) ? (apart + 10) % 10 : apart;
}

// "1234567890ab" is two signs and a few more: three and more that stay, or go one on or one back,
// are no more to remember than one.
std::size_t signs_to_guess(std::string_view password)
{
    std::size_t signs = 0;
    for (std::size_t at = 0; at < password.size(); ++signs) {
        auto end = at + 1;
        const int first = end < password.size() ? step(password[at], password[end]) : 0;
        const bool small =
            first == 0 || first == 1 || first == -1 || (first == 9 && is_digit(password[at]));
        while (small && end < password.size() && step(password[end - 1], password[end]) == first)
            ++end;
        at = end - at < 3 ? at + 1 : end;
    }
    return signs;
}

}  // namespace

bool holds_letters(std::string_view password)
{
    return !letters_of(script::searchable(password)).empty();
}

bool is_tried_first(std::string_view password)
{
    // As it is, without the digits and signs around it, and without the usual disguise.
    std::string small(password);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto words = {small, letters_of(small), letters_of(bare_word(password)),
                        letters_of(bare_word(without_tail(small)))};
    return std::any_of(words.begin(), words.end(),
                       [](const auto& word) { return is_made_of_two(word); });
}

bool repeats_itself(std::string_view password)
{
    constexpr std::size_t signs_min = 8;
    const std::set<char> different(password.begin(), password.end());
    bool runs = true;
    for (std::size_t i = 2; i < password.size(); ++i)
        runs = runs && step(password[i - 1], password[i]) == step(password[0], password[1]);
    return different.size() < 5 || runs || signs_to_guess(password) < signs_min;
}

}  // namespace sala::web
