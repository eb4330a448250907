// SPDX-License-Identifier: Apache-2.0

#include "store/copy_rows.hpp"

#include "store/seal.hpp"
#include "store/tables.hpp"

#include <fmt/format.h>

namespace sala::store {

namespace {

// The references of PostgreSQL, looked at once all rows are there and not at each of them: tables
// may then come in any order, and refer to themselves or to each other.
class LateReferences {
public:
    explicit LateReferences(Connection& to) : to_(to)
    {
        for (auto& [table, name] : to.select<std::string, std::string>(
                 "SELECT t.relname::text, c.conname::text FROM pg_constraint c "
                 "JOIN pg_class t ON t.oid = c.conrelid WHERE c.contype = 'f' "
                 "AND NOT c.condeferrable AND c.connamespace = current_schema()::regnamespace"))
            references_.emplace_back(quoted(table), quoted(name));
        alter("DEFERRABLE INITIALLY DEFERRED");
    }
    void look()
    {
        to_.execute("SET CONSTRAINTS ALL IMMEDIATE");
        alter("NOT DEFERRABLE");
    }

private:
    void alter(std::string_view how)
    {
        for (const auto& [table, name] : references_)
            to_.execute(fmt::format("ALTER TABLE {} ALTER CONSTRAINT {} {}", table, name, how));
    }

    Connection& to_;
    std::vector<std::pair<std::string, std::string>> references_;
};

void remove_rows(Connection& to, const std::vector<Table>& tables)
{
    std::string list;
    for (const auto& table : tables) {
        if (to.engine() == Engine::sqlite)
            to.run("DELETE FROM " + quoted(table.name));
        list += (list.empty() ? "" : ", ") + quoted(table.name);
    }
    if (to.engine() == Engine::postgresql)
        to.execute("TRUNCATE " + list + " CASCADE");
}

void copy_table(Connection& from, Connection& to, const Table& table)
{
    const auto sink = to.sink(table);
    from.each_row(table, [&](std::span<Value> row) { sink->put(row); });
    sink->finish();
}

void copy_tables(Connection& from, Connection& to)
{
    const auto tables = in_both(tables_of(from, from.engine()), tables_of(to, to.engine()));
    const auto copy_all = [&] {
        remove_rows(to, tables);
        for (const auto& table : tables)
            copy_table(from, to, table);
    };
    if (to.engine() == Engine::postgresql) {
        LateReferences references(to);
        copy_all();
        references.look();
        return;
    }
    copy_all();
    if (const auto row = to.find<std::string, std::string>(
            "SELECT \"table\", parent FROM pragma_foreign_key_check"))
        throw StoreFault(fmt::format("Rows of {} refer to rows of {} that do not exist.",
                                     std::get<0>(*row), std::get<1>(*row)),
                         false);
}

}  // namespace

void replace_rows(Connection& from, Connection& to, std::span<const Rebuild> rebuilds)
{
    if (to.engine() == Engine::sqlite)
        to.execute("PRAGMA foreign_keys = OFF");
    to.begin_writing();
    try {
        copy_tables(from, to);
        for (const auto& rebuild : rebuilds)
            rebuild(to);
        seal(to);
        to.commit("restored");
    } catch (...) {
        to.roll_back();
        throw;
    }
    if (to.engine() == Engine::sqlite)
        to.execute("PRAGMA foreign_keys = ON");
}

}  // namespace sala::store
