// SPDX-License-Identifier: Apache-2.0

#include "forum/row_references.hpp"

#include "forum/row_needed.hpp"
#include "sheet/known_by.hpp"
#include "sheet/references.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sala::forum {

namespace {

using sheet::Column;
using sheet::Sheet;
using store::Kind;
using store::Value;

constexpr std::size_t references_max = 20;

std::vector<RowChoice> rows_to_choose(store::Session& session, const Sheet& sheet,
                                      std::int64_t forum, const sheet::Keeper& keeper)
{
    const auto* name = sheet::known_by(sheet);
    const auto what = fmt::format("SELECT t.key, {} FROM {} t WHERE ",
                                  name ? "t." + name->name : "''", sheet.table);
    const auto rows =
        sheet.scope == Sheet::forum
            ? session.select<std::string, std::string>(
                  what + "t.forum = :forum ORDER BY t.position, t.id", forum)
            : session.select<std::string, std::string>(
                  what + "1 = 1" + sheet::on_open_list(sheet, forum, keeper) + " ORDER BY t.key");
    std::vector<RowChoice> choices;
    choices.reserve(rows.size());
    for (const auto& [key, text] : rows)
        choices.push_back({key, Text::read(text).value_or(Text{})});
    return choices;
}

// The rows of `from` whose `column` names the row, within the forum or on its list.
std::vector<Reference> rows_that_name(store::Session& session, const Sheet& from,
                                      const Column& column, std::int64_t forum,
                                      const sheet::StoredRow& row)
{
    const bool single = column.kind == Column::ref;
    const auto* name = sheet::known_by(from);
    std::string sql =
        fmt::format("SELECT t.key, {} FROM {} t", name ? "t." + name->name : "''", from.table);
    std::vector<Value> values;
    if (from.scope == Sheet::server)
        sql += fmt::format(
            " JOIN listing l ON l.row_id = t.id AND l.sheet = '{}' AND l.forum = :forum WHERE ",
            from.name);
    else
        sql += from.scope == Sheet::forum ? " WHERE t.forum = :forum AND "
                                          : " WHERE t.id = :forum AND ";
    values.emplace_back(forum);
    if (single) {
        sql += "t." + column.name + " = :named";
        values.emplace_back(row.id);
    } else {
        sql += "' ' || t." + column.name + " || ' ' LIKE :named";
        values.emplace_back("% " + row.row.key + " %");
    }
    std::vector<Reference> rows;
    const Kind kinds[] = {Kind::text, Kind::text};
    for (auto& one : session.select_kinds(
             sql + fmt::format(" ORDER BY t.key LIMIT {}", references_max), values, kinds)) {
        const auto* words = std::get_if<std::string>(&one[1]);
        rows.push_back({from.name, std::get<std::string>(one.front()),
                        words ? Text::read(*words).value_or(Text{}) : Text{}});
    }
    return rows;
}

// A claim says what it is about in words, "sittings:opening".
std::vector<std::string> claims_about(store::Session& session, const Sheet& sheet,
                                      std::int64_t forum, const std::string& key)
{
    std::vector<std::string> keys;
    for (const auto& [claim] :
         session.select<std::string>("SELECT key FROM claim WHERE forum = :forum AND subject = "
                                     ":subject ORDER BY key LIMIT 20",
                                     forum, sheet.name + ":" + key))
        keys.push_back(claim);
    return keys;
}

sheet::Problem refers_to_removed(const Sheet& from, const std::string& column,
                                 const std::string& key, const Sheet& to)
{
    return {from.name, 0, column, "refers-to-removed",
            tr("“{key}” refers to a row of the sheet {sheet} that would be taken away. Keep that "
               "row, or change “{key}” as well.",
               {{"key", key}, {"sheet", to.name}})};
}

// FROM and WHERE of the rows that the forum has, or lists: t.
std::string of_forum(const Sheet& sheet)
{
    if (sheet.scope == Sheet::server)
        return fmt::format("{} t JOIN listing f ON f.row_id = t.id AND f.sheet = '{}' WHERE "
                           "f.forum = :forum",
                           sheet.table, sheet.name);
    return fmt::format("{} t WHERE t.{} = :forum", sheet.table,
                       sheet.scope == Sheet::forum ? "forum" : "id");
}

// Where the row stands that t.column names, so that it is there for the forum.
std::string named_by(const Column& column)
{
    const auto& to = sheet::sheet_named(column.to);
    if (to.scope == Sheet::server)
        return fmt::format(
            "listing o WHERE o.forum = :forum AND o.sheet = '{}' AND o.row_id = t.{}", to.name,
            column.name);
    return fmt::format("{} o WHERE o.{} = :forum AND o.id = t.{}", to.table,
                       to.scope == Sheet::forum ? "forum" : "id", column.name);
}

// What the store does not watch: lists of keys, and what a claim is about.
void add_broken_words(store::Session& session, std::int64_t forum,
                      std::vector<sheet::Problem>& problems)
{
    std::map<std::string, std::set<std::string>> keys;
    for (const auto& sheet : sheet::all_sheets())
        if (sheet.scope != Sheet::itself)
            for (const auto& [key] :
                 session.select<std::string>("SELECT t.key FROM " + of_forum(sheet), forum))
                keys[sheet.name].insert(key);
    for (const auto& from : sheet::all_sheets()) {
        const bool lists_keys =
            std::any_of(from.columns.begin(), from.columns.end(),
                        [](const Column& column) { return column.kind == Column::refs; });
        if (!lists_keys && from.name != "claims")
            continue;
        for (const auto& stored : sheet::rows_of(session, from, forum))
            for (const auto& named : sheet::rows_named_by(from, stored.row))
                if (from.columns[from.at(named.column)].kind != Column::ref &&
                    keys[named.sheet->name].count(named.key) == 0)
                    problems.push_back(
                        refers_to_removed(from, named.column, stored.row.key, *named.sheet));
    }
}

}  // namespace

RowChoices choices_for(store::Session& session, const Sheet& sheet, std::int64_t forum,
                       const sheet::Keeper& keeper)
{
    RowChoices choices;
    for (const auto& column : sheet.columns)
        if (!column.to.empty() && choices.find(column.to) == choices.end())
            choices[column.to] =
                rows_to_choose(session, sheet::sheet_named(column.to), forum, keeper);
    return choices;
}

std::vector<Reference> references_to(store::Session& session, const Sheet& sheet,
                                     std::int64_t forum, const sheet::StoredRow& row)
{
    std::vector<Reference> references;
    for (const auto& from : sheet::all_sheets())
        for (const auto& column : from.columns)
            if (column.to == sheet.name)
                for (auto& one : rows_that_name(session, from, column, forum, row))
                    references.push_back(std::move(one));
    for (auto& key : claims_about(session, sheet, forum, row.row.key))
        references.push_back({"claims", std::move(key), {}});
    if (references.size() > references_max)
        references.resize(references_max);
    return references;
}

Allowed nothing_refers_to(store::Session& session, const Sheet& sheet, std::int64_t forum,
                          const sheet::StoredRow& row)
{
    if (const auto free = nobody_needs(session, sheet, forum, row); !free)
        return free.refusal();
    const auto references = references_to(session, sheet, forum, row);
    if (references.empty())
        return allowed();
    std::string names;
    for (const auto& reference : references)
        names += (names.empty() ? "" : ", ") + reference.sheet + ":" + reference.key;
    return conflict("still-referred-to",
                    "“{key}” cannot be taken away, because other rows refer to it: {names}. Change "
                    "or take away "
                    "those rows first.",
                    {{"key", row.row.key}, {"names", names}});
}

std::vector<sheet::Problem> broken_references(store::Session& session, std::int64_t forum)
{
    std::vector<sheet::Problem> problems;
    for (const auto& from : sheet::all_sheets())
        for (const auto& column : from.columns) {
            if (column.kind != Column::ref)
                continue;
            for (const auto& [key] : session.select<std::string>(
                     fmt::format("SELECT t.key FROM {} AND t.{} IS NOT NULL AND NOT EXISTS (SELECT "
                                 "1 FROM {}) ORDER BY t.key LIMIT {}",
                                 of_forum(from), column.name, named_by(column), references_max),
                     forum))
                problems.push_back(
                    refers_to_removed(from, column.name, key, sheet::sheet_named(column.to)));
        }
    add_broken_words(session, forum, problems);
    add_lost_delegations(session, forum, problems);
    return problems;
}

}  // namespace sala::forum
