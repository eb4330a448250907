// SPDX-License-Identifier: Apache-2.0

#include "store/salts.hpp"

#include "store/seal_line.hpp"

#include <fmt/format.h>

namespace sala::store {

namespace {

constexpr std::size_t rows_at_once = 100;
constexpr std::size_t columns = 3;

void insert_rows(Session& session, std::span<const Value> values)
{
    std::string places;
    for (std::size_t n = 0; n < values.size(); n += columns)
        places += fmt::format("{}(:v{}, :v{}, :v{})", n == 0 ? "" : ", ", n, n + 1, n + 2);
    session.run_bound(fmt::format("INSERT INTO sealed_salt (of_table, of_row, salt) VALUES {} ON "
                                  "CONFLICT (of_table, of_row) DO UPDATE SET salt = excluded.salt",
                                  places),
                      values);
}

}  // namespace

std::string Salts::next_for(const WrittenAct& act, const std::string& key)
{
    const auto& table = *act.table;
    if (!table.has_erasable)
        return {};
    if (!act.is_gone && holds_erasable(table, act.values, table.columns.size())) {
        auto salt = random_salt();
        by_row_[{table.name, key}] = salt;
        return salt;
    }
    if (!act.is_new || by_row_.contains({table.name, key}))
        by_row_[{table.name, key}] = std::nullopt;
    return {};
}

void Salts::keep(Session& session) const
{
    std::vector<Value> values;
    for (const auto& [row, salt] : by_row_) {
        if (!salt) {
            session.run("DELETE FROM sealed_salt WHERE of_table = :table AND of_row = :row",
                        row.first, row.second);
            continue;
        }
        for (const auto& word : {row.first, row.second, *salt})
            values.emplace_back(word);
        if (values.size() == rows_at_once * columns) {
            insert_rows(session, values);
            values.clear();
        }
    }
    if (!values.empty())
        insert_rows(session, values);
}

}  // namespace sala::store
