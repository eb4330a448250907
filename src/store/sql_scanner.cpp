// SPDX-License-Identifier: Apache-2.0

#include "store/sql_scanner.hpp"

#include <algorithm>

namespace sala::store {

namespace {

bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::size_t behind(std::string_view sql, std::size_t at, std::string_view end)
{
    const auto found = sql.find(end, at);
    return found == std::string_view::npos ? sql.size() : found + end.size();
}

// PostgreSQL nests comments, SQLite does not: a comment inside a comment is no common SQL, and
// reading the inner end as the end is what SQLite would do.
std::size_t behind_dollar_body(std::string_view sql, std::size_t at)
{
    const auto tag_end = behind_word(sql, at + 1);
    if (tag_end >= sql.size() || sql[tag_end] != '$')
        return at;
    const bool is_parameter = tag_end > at + 1 && sql[at + 1] >= '0' && sql[at + 1] <= '9';
    if (is_parameter)
        return at;
    return behind(sql, tag_end + 1, sql.substr(at, tag_end + 1 - at));
}

}  // namespace

std::size_t behind_quoted(std::string_view sql, std::size_t at)
{
    const auto rest = sql.substr(at);
    // A doubled quote inside closes and opens again, which comes to the same.
    if (rest.starts_with('\'') || rest.starts_with('"'))
        return behind(sql, at + 1, rest.substr(0, 1));
    if (rest.starts_with("--"))
        return std::min(sql.find('\n', at), sql.size());
    if (rest.starts_with("/*"))
        return behind(sql, at + 2, "*/");
    if (rest.starts_with('$'))
        return behind_dollar_body(sql, at);
    return at;
}

std::size_t behind_word(std::string_view sql, std::size_t at)
{
    while (at < sql.size() && is_word(sql[at]))
        ++at;
    return at;
}

}  // namespace sala::store
