// SPDX-License-Identifier: Apache-2.0

#include "store/seal_line.hpp"

#include "base/result.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <sodium.h>

namespace sala::store {

namespace {

constexpr std::size_t bytes = 32;

std::string letters_of(const unsigned char* from)
{
    constexpr int form = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    char letters[sodium_base64_ENCODED_LEN(bytes, form)];
    sodium_bin2base64(letters, sizeof letters, from, bytes, form);
    return letters;
}

// Of two values no two are written alike.
void append(std::string& to, const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value))
        fmt::format_to(std::back_inserter(to), "i{}", *number);
    else if (const auto* words = std::get_if<std::string>(&value))
        fmt::format_to(std::back_inserter(to), "t{}:{}", words->size(), *words);
    else
        to += 'n';
}

// Words that are erased leave none; a number leaves nothing.
bool is_erased(const Value& value)
{
    const auto* words = std::get_if<std::string>(&value);
    return std::holds_alternative<Null>(value) || (words && words->empty());
}

std::string_view taken(std::string_view& from, char until)
{
    const auto end = std::min(from.find(until), from.size());
    const auto word = from.substr(0, end);
    from.remove_prefix(std::min(end + 1, from.size()));
    return word;
}

}  // namespace

std::string key_of(const TableOfActs& table, std::span<const Value> values)
{
    std::string key;
    for (std::size_t n = 0; n < values.size(); ++n) {
        if (!table.columns[n].is_key)
            continue;
        key += key.empty() ? "" : "/";
        if (const auto* number = std::get_if<std::int64_t>(&values[n]))
            key += std::to_string(*number);
        else if (const auto* words = std::get_if<std::string>(&values[n]))
            key += *words;
    }
    // A line holds neither tabulators nor line breaks.
    std::replace_if(key.begin(), key.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
    return key;
}

bool holds_erasable(const TableOfActs& table, std::span<const Value> values, std::size_t columns)
{
    for (std::size_t n = 0; n < std::min(columns, values.size()); ++n)
        if (table.columns[n].may_be_erased && !is_erased(values[n]))
            return true;
    return false;
}

std::string digest_of(const TableOfActs& table, std::span<const Value> values, std::size_t columns,
                      Part part, std::string_view salt)
{
    std::string words = fmt::format("{}\n{}", salt, table.name);
    for (std::size_t n = 0; n < std::min(columns, values.size()); ++n) {
        if (table.columns[n].may_be_erased != (part == Part::erasable))
            continue;
        words += '\n';
        words += table.columns[n].name;
        words += '=';
        append(words, values[n]);
    }
    return digest_of(words);
}

std::string written(const SealLine& line)
{
    return fmt::format("{}\t{}\t{}\t{}{}{}\n", line.table, line.key, line.columns, line.digest,
                       line.erasable.empty() ? "" : "\t", line.erasable);
}

SealLine next_line(std::string_view& lines)
{
    auto rest = taken(lines, '\n');
    SealLine line;
    line.table = taken(rest, '\t');
    line.key = taken(rest, '\t');
    const auto columns = taken(rest, '\t');
    std::from_chars(columns.data(), columns.data() + columns.size(), line.columns);
    line.digest = taken(rest, '\t');
    line.erasable = rest;
    return line;
}

std::string random_salt()
{
    if (sodium_init() < 0)
        throw Fault("the source of randomness is not available");
    unsigned char salt[bytes];
    randombytes_buf(salt, sizeof salt);
    return letters_of(salt);
}

std::string digest_of(std::string_view words)
{
    unsigned char hash[bytes];
    crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(words.data()),
                       words.size(), nullptr, 0);
    return letters_of(hash);
}

}  // namespace sala::store
