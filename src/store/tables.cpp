// SPDX-License-Identifier: Apache-2.0

#include "store/tables.hpp"

#include "base/result.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sala::store {

namespace {

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

// The rules of https://www.sqlite.org/datatype3.html, which fit PostgreSQL's names as well.
Kind kind_named(std::string type)
{
    std::transform(type.begin(), type.end(), type.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    if (contains(type, "INT") && !contains(type, "INTERVAL"))
        return Kind::integer;
    if (contains(type, "DOUBLE") || contains(type, "REAL") || contains(type, "FLOA"))
        return Kind::real;
    return Kind::text;
}

constexpr std::string_view sqlite_tables =
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
    "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
constexpr std::string_view postgresql_tables =
    "SELECT table_name::text FROM information_schema.tables "
    "WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1";
constexpr std::string_view sqlite_columns =
    "SELECT name, type FROM pragma_table_info(:table) ORDER BY cid";
constexpr std::string_view postgresql_columns =
    "SELECT column_name::text, data_type::text FROM information_schema.columns "
    "WHERE table_schema = current_schema() AND table_name = :table AND is_generated = 'NEVER' "
    "ORDER BY ordinal_position";

}  // namespace

std::vector<Kind> Table::kinds() const
{
    std::vector<Kind> result;
    result.reserve(columns.size());
    for (const auto& column : columns)
        result.push_back(column.kind);
    return result;
}

std::vector<std::string> table_names(Session& session, Engine engine)
{
    std::vector<std::string> names;
    for (auto& [name] :
         session.select<std::string>(engine == Engine::sqlite ? sqlite_tables : postgresql_tables))
        names.push_back(std::move(name));
    return names;
}

std::vector<Table> tables_of(Session& session, Engine engine)
{
    std::vector<Table> tables;
    for (const auto& name : table_names(session, engine)) {
        auto& table = tables.emplace_back(Table{name, {}});
        for (const auto& [column, type] : session.select<std::string, std::string>(
                 engine == Engine::sqlite ? sqlite_columns : postgresql_columns, name))
            table.columns.push_back({column, kind_named(type)});
    }
    return tables;
}

std::vector<Table> in_both(const std::vector<Table>& first, const std::vector<Table>& second)
{
    const auto named = [](const std::string& name) {
        return [&name](const auto& thing) { return thing.name == name; };
    };
    std::vector<Table> both;
    for (const auto& table : first) {
        const auto other = std::find_if(second.begin(), second.end(), named(table.name));
        if (other == second.end())
            continue;
        auto& shared = both.emplace_back(Table{table.name, {}});
        for (const auto& column : table.columns)
            if (std::any_of(other->columns.begin(), other->columns.end(), named(column.name)))
                shared.columns.push_back(column);
    }
    return both;
}

// information_schema does not say which columns of a longer key belong together; pg_constraint
// does.
std::vector<Reference> references_on_postgresql(Session& session)
{
    const auto rows = session.select<std::string, std::string, std::string, std::string,
                                     std::string>(
        "SELECT c.conname::text, t.relname::text, o.relname::text, a.attname::text, "
        "b.attname::text "
        "FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid "
        "JOIN pg_class o ON o.oid = c.confrelid "
        "CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY AS k(mine, other, place) "
        "JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.mine "
        "JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.other "
        "WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace "
        "ORDER BY t.relname, c.conname, k.place");
    std::vector<Reference> references;
    for (const auto& [name, table, other, mine, theirs] : rows) {
        if (references.empty() || references.back().name != name ||
            references.back().table != table)
            references.push_back({name, table, other, {}});
        references.back().columns.emplace_back(mine, theirs);
    }
    return references;
}

std::string quoted(std::string_view name)
{
    std::string result = "\"";
    for (const char c : name) {
        result += c;
        if (c == '"')
            result += c;
    }
    return result + '"';
}

std::string column_list(const Table& table)
{
    std::string list;
    for (const auto& column : table.columns)
        list += (list.empty() ? "" : ", ") + quoted(column.name);
    return list;
}

std::string select_all(const Table& table)
{
    return fmt::format("SELECT {} FROM {}", column_list(table), quoted(table.name));
}

std::string insert_into(const Table& table)
{
    std::string values;
    for (std::size_t n = 0; n < table.columns.size(); ++n)
        values += fmt::format("{}:v{}", n == 0 ? "" : ", ", n);
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", quoted(table.name), column_list(table),
                       values);
}

}  // namespace sala::store
