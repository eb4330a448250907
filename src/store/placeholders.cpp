// SPDX-License-Identifier: Apache-2.0

#include "store/placeholders.hpp"

#include "base/result.hpp"
#include "store/sql_scanner.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sala::store {

namespace {

struct Placeholder {
    std::size_t begin;  // of the colon
    std::size_t end;
    std::size_t value;
};

// The placeholders of the SQL and how many names there are.
std::pair<std::vector<Placeholder>, std::size_t> found_in(std::string_view sql)
{
    std::vector<Placeholder> found;
    std::vector<std::string_view> names;
    for (std::size_t at = 0; at < sql.size();) {
        if (const auto end = behind_quoted(sql, at); end != at) {
            at = end;
        } else if (sql.substr(at).starts_with("::")) {
            at = behind_word(sql, at + 2);
        } else if (const auto word_end = behind_word(sql, at + 1);
                   sql[at] == ':' && word_end > at + 1) {
            const auto name = sql.substr(at + 1, word_end - at - 1);
            const auto known = std::find(names.begin(), names.end(), name);
            found.push_back({at, word_end, static_cast<std::size_t>(known - names.begin())});
            if (known == names.end())
                names.push_back(name);
            at = word_end;
        } else {
            ++at;
        }
    }
    return {found, names.size()};
}

std::string_view type_of(const Value& value)
{
    return std::holds_alternative<std::int64_t>(value) ? "bigint"
           : std::holds_alternative<double>(value)     ? "double precision"
                                                       : "text";
}

Placed for_postgresql(std::string_view sql, std::span<const Value> values,
                      const std::vector<Placeholder>& placeholders)
{
    Placed result;
    std::vector<std::size_t> number_of(values.size(), 0);
    std::size_t copied = 0;
    for (const auto& placeholder : placeholders) {
        result.sql += sql.substr(copied, placeholder.begin - copied);
        copied = placeholder.end;
        const auto& value = values[placeholder.value];
        if (std::holds_alternative<Null>(value)) {
            result.sql += "NULL";
            continue;
        }
        auto& number = number_of[placeholder.value];
        if (number == 0) {
            result.order.push_back(placeholder.value);
            number = result.order.size();
        }
        result.sql += fmt::format("${}::{}", number, type_of(value));
    }
    result.sql += sql.substr(copied);
    return result;
}

}  // namespace

Placed placed(std::string_view sql, std::span<const Value> values, Engine engine)
{
    const auto [placeholders, names] = found_in(sql);
    if (names != values.size())
        throw Fault(
            fmt::format("{} values for {} names (a name that stands twice is one value): {}",
                        values.size(), names, sql));
    if (engine == Engine::postgresql)
        return for_postgresql(sql, values, placeholders);

    Placed result{std::string(sql), {}};
    for (std::size_t value = 0; value < values.size(); ++value)
        result.order.push_back(value);
    return result;
}

}  // namespace sala::store
