// SPDX-License-Identifier: Apache-2.0

#include "store/seal.hpp"
#include "store/seal_line.hpp"
#include "store/sealed_rows.hpp"

#include <fmt/format.h>

namespace sala::store {

namespace {

// Whoever emptied a table need not be told of every row.
constexpr int sentences_max = 20;

class TableCheck {
public:
    TableCheck(const TableOfActs& table, Seals& seals, std::vector<std::string>& wrong)
        : table_(table),
          seals_(seals),
          rows_(seals.rows[table.name]),
          wrong_(wrong)
    {
    }

    void look_at(std::span<const Value> row)
    {
        const auto key = key_of(table_, row);
        const auto sealed = rows_.find(key);
        if (sealed == rows_.end() || sealed->second.columns == 0) {
            say(key, "was put in past Sala");
            return;
        }
        sealed->second.is_there = true;
        if (!is_as_sealed(seals_, table_, row, sealed->second))
            say(key, "was changed past Sala");
    }

    void finish()
    {
        for (const auto& [key, sealed] : rows_)
            if (!sealed.is_there && sealed.columns > 0)
                say(key, "was taken out past Sala");
        if (found_ > sentences_max)
            wrong_.push_back(fmt::format("{} more rows of {} are not as they were sealed.",
                                         found_ - sentences_max, table_.name));
    }

private:
    void say(const std::string& key, std::string_view what)
    {
        if (++found_ <= sentences_max)
            wrong_.push_back(fmt::format("Row {} of {} {}.", key, table_.name, what));
    }

    const TableOfActs& table_;
    Seals& seals_;
    SealedRows& rows_;
    std::vector<std::string>& wrong_;
    int found_ = 0;
};

}  // namespace

void check_seals(Session& session, std::vector<std::string>& wrong)
{
    auto seals = read_seals(session, wrong);
    for (const auto& table : tables_of_acts()) {
        TableCheck check(table, seals, wrong);
        each_act(session, table, [&](std::span<const Value> row) { check.look_at(row); });
        check.finish();
    }
}

}  // namespace sala::store
