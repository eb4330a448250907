// SPDX-License-Identifier: Apache-2.0

#include "sheet/row_store.hpp"

#include "sheet/references.hpp"

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

Cell cell_of(const Column& column, const store::ValueView& value)
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
        throw Fault("a text of column " + column.name + " is not readable");
    return std::move(*text);
}

RowView view_of(std::span<const store::ValueView> values)
{
    constexpr std::size_t before_cells = 4;
    return {std::get<std::int64_t>(values[0]), std::get<std::int64_t>(values[1]),
            std::get<std::int64_t>(values[2]), std::get<std::string_view>(values[3]),
            values.subspan(before_cells)};
}

StoredRow stored(const Sheet& sheet, const RowView& view)
{
    StoredRow row{view.id, view.version, view.position, {std::string(view.key), {}}};
    row.row.cells.reserve(sheet.columns.size());
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        row.row.cells.push_back(cell_of(sheet.columns[i], view.cells[i]));
    return row;
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

Value bound_cell(const Column& column, const Cell& cell, const Keys& keys)
{
    if (column.kind == Column::number) {
        const auto* number = std::get_if<std::int64_t>(&cell);
        return number ? Value{*number} : Value{Null{}};
    }
    if (column.kind == Column::ref) {
        const auto* key = std::get_if<std::string>(&cell);
        if (!key || key->empty())
            return Null{};
        return keys.at(column.to).at(*key);
    }
    if (const auto* text = std::get_if<Text>(&cell))
        return text->canonical_json();
    if (const auto* words = std::get_if<std::string>(&cell))
        return *words;
    return std::string{};
}

std::int64_t next_position(store::Session& session, const Sheet& sheet, std::int64_t forum)
{
    const auto last = session.find<std::optional<std::int64_t>>(
        "SELECT MAX(position) FROM listing WHERE forum = :forum AND sheet = :sheet", forum,
        sheet.name);
    return last && std::get<0>(*last) ? *std::get<0>(*last) + 1 : 1;
}

}  // namespace

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

std::int64_t insert_row(store::Session& session, const Sheet& sheet, const Row& row,
                        std::int64_t position, const Keys& keys, const Change& change)
{
    // The caller may have numbered the row already, so that rows may refer to each other.
    const auto numbered = keys.find(sheet.name);
    const auto given = numbered == keys.end()
                           ? std::map<std::string, std::int64_t>::const_iterator{}
                           : numbered->second.find(row.key);
    const bool has_id = numbered != keys.end() && given != numbered->second.end();
    const auto id = has_id ? given->second : change.numbering->next(change.at.milliseconds());

    std::string columns = "id, key";
    std::string places = ":id, :key";
    std::vector<Value> values{id, row.key};
    if (sheet.scope == Sheet::forum) {
        columns += ", forum, position";
        places += ", :forum, :position";
        values.emplace_back(change.forum);
        values.emplace_back(position);
    }
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        columns += ", " + sheet.columns[i].name;
        places += ", :" + sheet.columns[i].name;
        values.push_back(bound_cell(sheet.columns[i], row.cells[i], keys));
    }
    session.run_bound(fmt::format("INSERT INTO {} ({}) VALUES ({})", sheet.table, columns, places),
                      values);
    auto told = change;
    if (sheet.scope == Sheet::itself)
        told.forum = id;
    if (sheet.scope == Sheet::server)
        list_row(session, sheet, change.forum, id);
    keep_revision(session, sheet, {id, 1, nullptr, &row}, told);
    return id;
}

void update_row(store::Session& session, const Sheet& sheet, const StoredRow& was, const Row& row,
                const Keys& keys, const Change& change)
{
    std::string sets = "version = :version";
    std::vector<Value> values{was.version + 1};
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        sets += fmt::format(", {} = :{}", sheet.columns[i].name, sheet.columns[i].name);
        values.push_back(bound_cell(sheet.columns[i], row.cells[i], keys));
    }
    std::string where = " WHERE id = :id";
    values.emplace_back(was.id);
    if (sheet.scope == Sheet::forum) {
        where += " AND forum = :forum";
        values.emplace_back(change.forum);
    }
    session.run_bound(fmt::format("UPDATE {} SET {}{}", sheet.table, sets, where), values);
    keep_revision(session, sheet, {was.id, was.version + 1, &was.row, &row}, change);
}

void remove_row(store::Session& session, const Sheet& sheet, const StoredRow& was,
                const Change& change)
{
    if (sheet.scope == Sheet::forum)
        session.run("DELETE FROM " + sheet.table + " WHERE forum = :forum AND id = :id",
                    change.forum, was.id);
    else
        session.run("DELETE FROM listing WHERE forum = :forum AND sheet = :sheet AND row_id = :id",
                    change.forum, sheet.name, was.id);
    keep_revision(session, sheet, {was.id, was.version + 1, &was.row, nullptr}, change);
}

void set_position(store::Session& session, const Sheet& sheet, std::int64_t forum, std::int64_t id,
                  std::int64_t position)
{
    if (sheet.scope == Sheet::forum)
        session.run("UPDATE " + sheet.table +
                        " SET position = :position WHERE forum = :forum AND id = :id",
                    position, forum, id);
    else if (sheet.scope == Sheet::server)
        session.run("INSERT INTO listing (forum, sheet, row_id, position) VALUES (:forum, :sheet, "
                    ":id, :position) "
                    "ON CONFLICT (forum, sheet, row_id) DO UPDATE SET position = excluded.position",
                    forum, sheet.name, id, position);
}

void list_row(store::Session& session, const Sheet& sheet, std::int64_t forum, std::int64_t id)
{
    session.run("INSERT INTO listing (forum, sheet, row_id, position) VALUES (:forum, :sheet, :id, "
                ":position) "
                "ON CONFLICT (forum, sheet, row_id) DO NOTHING",
                forum, sheet.name, id, next_position(session, sheet, forum));
}

Keys keys_for(store::Session& session, const Sheet& sheet, const Row& row, std::int64_t forum,
              std::vector<Refusal>& refusals)
{
    Keys keys;
    for (const auto& [column, other, key] : rows_named_by(sheet, row)) {
        const auto found =
            other->scope == Sheet::forum
                ? session.find<std::int64_t>("SELECT id FROM " + other->table +
                                                 " WHERE forum = :forum AND key = :key",
                                             forum, key)
                : session.find<std::int64_t>("SELECT id FROM " + other->table + " WHERE key = :key",
                                             key);
        if (found)
            keys[other->name][key] = std::get<0>(*found);
        else
            refusals.push_back(invalid(column, "no-such-row",
                                       "There is no “{value}” in the sheet {sheet}.",
                                       {{"value", key}, {"sheet", other->name}}));
    }
    return keys;
}

}  // namespace sala::sheet
