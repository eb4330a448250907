// SPDX-License-Identifier: Apache-2.0

#include "store/shape.hpp"

#include "store/sql_scanner.hpp"
#include "store/sqlite_connection.hpp"
#include "store/tables.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace sala::store {

namespace {

// How something is made, by what it is and what it is called: {"table", "room"} -> its statement.
using Made = std::map<std::pair<std::string, std::string>, std::string>;

// Without comments, spaces and quotes around names: two files may differ in these and be alike.
std::string bare(std::string_view sql)
{
    std::string words;
    for (std::size_t at = 0; at < sql.size();) {
        const auto end = behind_quoted(sql, at);
        if (end == at) {
            const auto word_end = behind_word(sql, at);
            if (word_end > at)
                words += (words.empty() ? "" : " ") + std::string(sql.substr(at, word_end - at));
            else if (sql[at] > ' ')
                words += sql[at];
            at = std::max(word_end, at + 1);
            continue;
        }
        if (sql[at] == '"')
            words += " " + std::string(sql.substr(at + 1, end - at - 2));
        else if (sql[at] == '\'' || sql[at] == '$')
            words += sql.substr(at, end - at);
        at = end;
    }
    return words;
}

// An index that only finds quicker is nobody's business; one that forbids what is there twice is.
Made made_in(Connection& connection)
{
    Made made;
    for (const auto& [what, name, sql] : connection.select<std::string, std::string, std::string>(
             "SELECT CASE WHEN l.type = 'virtual' THEN 'virtual table' ELSE s.type END, s.name, "
             "s.sql FROM sqlite_schema s LEFT JOIN pragma_table_list l ON l.schema = 'main' AND "
             "l.name = s.name WHERE s.sql IS NOT NULL AND COALESCE(l.type, '') <> 'shadow' AND "
             "(s.type <> 'index' OR s.sql LIKE 'CREATE UNIQUE%') AND s.name NOT LIKE 'sqlite\\_%' "
             "ESCAPE '\\' ORDER BY s.name"))
        made[{what, name}] = bare(sql);
    return made;
}

Misfit missing_thing(const std::string& what, const std::string& name)
{
    return {fmt::format("The store lacks the {} {}.", what, name), "Restore a backup.", true};
}

Misfit foreign_thing(const std::string& what, const std::string& name, const std::string& on = {})
{
    if (what == "table" || what == "virtual table")
        return {fmt::format("The store holds a {} {} that is not Sala's.", what, name),
                "It belongs into a database of its own.", false};
    const bool acts = !what.ends_with("view") && what != "foreign table";
    std::string command;
    for (const char c : what)
        command += static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    return {fmt::format("The store holds a{} {} {} that is not Sala's{}.",
                        what == "index" ? "n" : "", what, name,
                        acts ? ", and can change or swallow what people do" : ""),
            fmt::format("Take it out: DROP {} {}{};", command, quoted(name),
                        on.empty() ? "" : " ON " + quoted(on)),
            acts};
}

std::vector<Misfit> misfits_on_sqlite(const Made& there, const Made& model)
{
    std::vector<Misfit> found;
    for (const auto& [thing, sql] : model) {
        const auto& [what, name] = thing;
        const auto same = there.find(thing);
        if (same == there.end())
            found.push_back(missing_thing(what, name));
        else if (same->second != sql)
            found.push_back({fmt::format("The {} {} of the store is made otherwise than Sala makes "
                                         "it.",
                                         what, name),
                             "Restore a backup.", true});
    }
    for (const auto& [thing, sql] : there)
        if (!model.contains(thing))
            found.push_back(foreign_thing(thing.first, thing.second));
    return found;
}

// What acts or shows by itself, and what must not be there twice. Extensions bring their own views,
// a view has a rule that makes it one, and the rows that a reference watches have triggers of the
// engine's own.
constexpr std::string_view others_on_postgresql =
    "WITH ours AS (SELECT c.oid, c.relname, c.relkind, c.relrowsecurity FROM pg_class c WHERE "
    "c.relnamespace = current_schema()::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_depend d "
    "WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')) "
    "SELECT 'trigger', t.tgname::text, o.relname::text FROM pg_trigger t JOIN ours o ON o.oid = "
    "t.tgrelid WHERE NOT t.tgisinternal "
    "UNION ALL SELECT 'rule', r.rulename::text, o.relname::text FROM pg_rewrite r JOIN ours o ON "
    "o.oid = r.ev_class WHERE o.relkind IN ('r', 'p') "
    "UNION ALL SELECT 'policy', p.polname::text, o.relname::text FROM pg_policy p JOIN ours o ON "
    "o.oid = p.polrelid "
    "UNION ALL SELECT CASE relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' ELSE "
    "'foreign table' END, relname::text, '' FROM ours WHERE relkind IN ('v', 'm', 'f') "
    "UNION ALL SELECT 'index', i.relname::text, '' FROM pg_index x JOIN ours i ON i.oid = "
    "x.indexrelid WHERE x.indisunique AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE "
    "k.conindid = x.indexrelid) ORDER BY 1, 2, 3";

void compare_columns(const Table& there, const Table& model, std::vector<Misfit>& found)
{
    std::set<std::string> columns;
    for (const auto& column : there.columns)
        columns.insert(column.name);
    for (const auto& column : model.columns)
        if (!columns.contains(column.name))
            found.push_back(missing_thing("column", model.name + "." + column.name));
}

// The model is a file of SQLite, where a table that only one engine has may be a virtual one.
std::vector<Misfit> misfits_on_postgresql(Connection& connection, Connection& model_file)
{
    const auto model = made_in(model_file);
    std::vector<Misfit> found;
    std::map<std::string, Table> tables;
    for (auto& table : tables_of(connection, Engine::postgresql))
        tables.emplace(table.name, table);
    for (const auto& table : tables_of(model_file, Engine::sqlite))
        if (const auto there = tables.find(table.name); there == tables.end())
            found.push_back(missing_thing("table", table.name));
        else
            compare_columns(there->second, table, found);
    for (const auto& [name, table] : tables)
        if (!model.contains({"table", name}) && !model.contains({"virtual table", name}))
            found.push_back(foreign_thing("table", name));
    std::set<std::string> indexes;
    for (const auto& [what, name, on] :
         connection.select<std::string, std::string, std::string>(others_on_postgresql)) {
        if (what == "index" && model.contains({what, name}))
            indexes.insert(name);
        else
            found.push_back(foreign_thing(what, name, on));
    }
    for (const auto& [thing, sql] : model)
        if (thing.first == "index" && !indexes.contains(thing.second))
            found.push_back(missing_thing(thing.first, thing.second));
    return found;
}

}  // namespace

std::vector<Misfit> misfits_of(Connection& connection, std::span<const Step> steps)
{
    SqliteConnection model("", SqliteConnection::Mode::writing);  // no file: only in memory
    lay_tables(model, steps, 0);
    return connection.engine() == Engine::sqlite
               ? misfits_on_sqlite(made_in(connection), made_in(model))
               : misfits_on_postgresql(connection, model);
}

}  // namespace sala::store
