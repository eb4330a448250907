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

// Puts a row of the directory at the end of a forum's list. Whether it was not there.
bool put_on_list(store::Session& session, const Sheet& sheet, std::int64_t forum, std::int64_t id)
{
    return session.run("INSERT INTO listing (forum, sheet, row_id, position) SELECT "
                       "CAST(:forum AS BIGINT), CAST(:sheet AS TEXT), CAST(:id AS BIGINT), "
                       "COALESCE(MAX(position), 0) + 1 FROM listing WHERE forum = :forum AND sheet "
                       "= :sheet ON CONFLICT (forum, sheet, row_id) DO NOTHING",
                       forum, sheet.name, id) > 0;
}

// What a row of the forum names is on the forum's list: its folder is whole, and can be opened
// where the directory is another one.
void list_what_it_names(store::Session& session, const Sheet& sheet, const Row& row,
                        std::int64_t forum, const Keys& keys)
{
    for (const auto& named : rows_named_by(sheet, row)) {
        const auto ids = keys.find(named.sheet->name);
        if (named.sheet->scope != Sheet::server || ids == keys.end())
            continue;
        if (const auto id = ids->second.find(named.key); id != ids->second.end())
            list_row(session, *named.sheet, forum, id->second);
    }
}

// A row of the directory may be on the lists of several forums.
std::vector<std::int64_t> forums_of(store::Session& session, const Sheet& sheet, std::int64_t id,
                                    std::int64_t forum)
{
    if (sheet.scope != Sheet::server)
        return {forum};
    std::vector<std::int64_t> forums;
    for (const auto& [one] : session.select<std::int64_t>(
             "SELECT forum FROM listing WHERE sheet = :sheet AND row_id = :id", sheet.name, id))
        forums.push_back(one);
    return forums;
}

}  // namespace

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
        put_on_list(session, sheet, change.forum, id);
    list_what_it_names(session, sheet, row, told.forum, keys);
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
    for (const auto forum : forums_of(session, sheet, was.id, change.forum))
        list_what_it_names(session, sheet, row, forum, keys);
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
    if (!put_on_list(session, sheet, forum, id))
        return;
    for (const auto& column : sheet.columns) {
        if (column.kind != Column::ref || sheet_named(column.to).scope != Sheet::server)
            continue;
        const auto named = session.find<std::optional<std::int64_t>>(
            fmt::format("SELECT {} FROM {} WHERE id = :id", column.name, sheet.table), id);
        if (named && std::get<0>(*named))
            list_row(session, sheet_named(column.to), forum, *std::get<0>(*named));
    }
}

}  // namespace sala::sheet
