// SPDX-License-Identifier: Apache-2.0
//
// How rows are read; how they are written is in row_store.cpp.

#include "sheet/references.hpp"
#include "sheet/stored_row.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace sala::sheet {

namespace {

using store::Kind;
using store::Null;
using store::Value;

Kind kind_of(const Column& column)
{
    return column.kind == Column::number ? Kind::integer : Kind::text;
}

// SELECT of a sheet with the keys of what it refers to, and the kinds of its columns.
struct Reading {
    std::string sql;
    std::vector<Kind> kinds{Kind::integer, Kind::integer, Kind::integer, Kind::text};
};

Reading written(const Sheet& sheet)
{
    Reading read;
    std::string columns;
    std::string joins;
    int n = 0;
    for (const auto& column : sheet.columns) {
        read.kinds.push_back(kind_of(column));
        if (column.kind != Column::ref) {
            columns += ", t." + column.name;
            continue;
        }
        const auto& other = sheet_named(column.to);
        const auto alias = fmt::format("r{}", n++);
        columns += ", " + alias + ".key";
        joins +=
            fmt::format(" LEFT JOIN {} {} ON {}.id = t.{}", other.table, alias, alias, column.name);
        if (other.scope == Sheet::forum)
            joins += fmt::format(" AND {}.forum = t.forum", alias);
    }
    const auto position = sheet.scope == Sheet::forum    ? "t.position"
                          : sheet.scope == Sheet::server ? "l.position"
                                                         : "0";
    read.sql = fmt::format("SELECT t.id, t.version, {}, t.key{} FROM {} t", position, columns,
                           sheet.table);
    if (sheet.scope == Sheet::server)
        read.sql += " JOIN listing l ON l.sheet = '" + sheet.name +
                    "' AND l.row_id = t.id AND l.forum = :forum";
    read.sql += joins;
    return read;
}

// Written once for each sheet of the program: every page that shows one asks for it.
const Reading& reading(const Sheet& sheet)
{
    static const auto all = [] {
        std::map<std::string, Reading> readings;
        for (const auto& one : all_sheets())
            readings.emplace(one.name, written(one));
        return readings;
    }();
    return all.at(sheet.name);
}

Cell cell_of(const Sheet& sheet, std::string_view key, const Column& column,
             const store::ValueView& value)
{
    if (std::holds_alternative<Null>(value))
        return {};
    if (column.kind == Column::number)
        return std::get<std::int64_t>(value);
    const auto words = std::get<std::string_view>(value);
    if (words.empty())
        return {};
    if (!column.is_text())
        return std::string(words);
    auto text = Text::read(words);
    if (!text)
        throw Fault(unreadable_text(sheet, key, column.name));
    return std::move(*text);
}

RowView view_of(std::span<const store::ValueView> values)
{
    constexpr std::size_t before_cells = 4;
    return {std::get<std::int64_t>(values[0]), std::get<std::int64_t>(values[1]),
            std::get<std::int64_t>(values[2]), std::get<std::string_view>(values[3]),
            values.subspan(before_cells)};
}

std::vector<StoredRow> fetch(store::Session& session, const Sheet& sheet, const Reading& read,
                             const std::string& where, const std::vector<Value>& values)
{
    std::vector<StoredRow> rows;
    session.each_kinds(read.sql + where, values, read.kinds,
                       [&](std::span<const store::ValueView> one) {
                           rows.push_back(stored(sheet, view_of(one)));
                       });
    return rows;
}

}  // namespace

std::string unreadable_text(const Sheet& sheet, std::string_view key, std::string_view column)
{
    return fmt::format("{} {}: the text in {} cannot be read.", sheet.name, key, column);
}

StoredRow stored(const Sheet& sheet, const RowView& view)
{
    StoredRow row{view.id, view.version, view.position, {std::string(view.key), {}}};
    row.row.cells.reserve(sheet.columns.size());
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        row.row.cells.push_back(cell_of(sheet, view.key, sheet.columns[i], view.cells[i]));
    return row;
}

void each_row(store::Session& session, const Sheet& sheet, std::int64_t forum,
              const std::function<void(const RowView&)>& look)
{
    const auto* where = sheet.scope == Sheet::forum    ? " WHERE t.forum = :forum"
                        : sheet.scope == Sheet::server ? ""
                                                       : " WHERE t.id = :forum";
    const auto& read = reading(sheet);
    session.each_kinds(read.sql + where, std::vector<Value>{forum}, read.kinds,
                       [&](std::span<const store::ValueView> one) { look(view_of(one)); });
}

std::vector<StoredRow> rows_of(store::Session& session, const Sheet& sheet, std::int64_t forum)
{
    return rows_of(session, sheet, forum, [](const RowView&) { return true; });
}

std::vector<StoredRow> rows_of(store::Session& session, const Sheet& sheet, std::int64_t forum,
                               const std::function<bool(const RowView&)>& wanted)
{
    std::vector<StoredRow> rows;
    each_row(session, sheet, forum, [&](const RowView& view) {
        if (wanted(view))
            rows.push_back(stored(sheet, view));
    });
    // Here rather than in the engine, which would carry every text through its sorter.
    std::sort(rows.begin(), rows.end(), [](const StoredRow& one, const StoredRow& other) {
        return std::tie(one.position, one.id) < std::tie(other.position, other.id);
    });
    return rows;
}

std::optional<StoredRow> find_row(store::Session& session, const Sheet& sheet, std::int64_t forum,
                                  const std::string& key)
{
    const auto where = sheet.scope == Sheet::forum    ? " WHERE t.forum = :forum AND t.key = :key"
                       : sheet.scope == Sheet::server ? " WHERE t.key = :key"
                                                      : " WHERE t.id = :forum AND t.key = :key";
    auto rows = fetch(session, sheet, reading(sheet), where, {Value{forum}, Value{key}});
    if (rows.empty())
        return std::nullopt;
    return std::move(rows.front());
}

std::optional<StoredRow> find_on_server(store::Session& session, const Sheet& sheet,
                                        const std::string& key)
{
    auto read = reading(sheet);  // a copy, and without the list of the forum
    const auto join = read.sql.find(" JOIN listing");
    read.sql.erase(join, read.sql.find(":forum", join) + 6 - join);
    read.sql.replace(read.sql.find("l.position"), 10, "0");
    auto rows = fetch(session, sheet, read, " WHERE t.key = :key", {Value{key}});
    if (rows.empty())
        return std::nullopt;
    return std::move(rows.front());
}

}  // namespace sala::sheet
