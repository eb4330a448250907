// SPDX-License-Identifier: Apache-2.0

#include "sheet/import.hpp"

#include "sheet/understand.hpp"

#include <algorithm>

namespace sala::sheet {

namespace {

struct Importing {
    store::Session& session;
    const ForumFiles& files;
    Change change;
    bool prune;
    std::vector<Problem>& problems;
    ImportOutcome outcome;
    Keys keys;
    std::map<std::string, std::map<std::string, StoredRow>> held;  // sheet -> key -> row
    std::map<std::string, std::map<std::int64_t, std::int64_t>> edits;

    void wrong(const Sheet& sheet, const ForumFiles::Line& line, std::string column, std::string code,
               Sentence sentence)
    {
        problems.push_back({sheet.name, line.number, std::move(column), std::move(code), std::move(sentence)});
    }
};

const std::vector<ForumFiles::Line>* lines_of(const ForumFiles& files, const Sheet& sheet)
{
    const auto found = files.sheets.find(sheet.name);
    return found == files.sheets.end() ? nullptr : &found->second;
}

std::vector<std::string> split_keys(std::string_view words)
{
    std::vector<std::string> keys;
    while (!words.empty()) {
        const auto space = words.find(' ');
        keys.emplace_back(words.substr(0, space));
        words.remove_prefix(space == std::string_view::npos ? words.size() : space + 1);
    }
    return keys;
}

// What the store holds of each sheet given, and ids for every row of the files, old and new.
void look_up(Importing& importing)
{
    for (const auto& sheet : all_sheets()) {
        const auto* lines = lines_of(importing.files, sheet);
        if (sheet.scope == Sheet::itself)
            continue;
        if (!importing.outcome.new_forum)
            for (auto& stored : rows_of(importing.session, sheet, importing.change.forum)) {
                importing.keys[sheet.name][stored.row.key] = stored.id;
                importing.held[sheet.name].emplace(stored.row.key, std::move(stored));
            }
        if (!lines)
            continue;
        for (const auto& line : *lines) {
            auto& ids = importing.keys[sheet.name];
            if (ids.count(line.row.key) > 0)
                continue;
            // A city of the directory that another forum brought.
            if (sheet.scope == Sheet::server)
                if (auto known = find_on_server(importing.session, sheet, line.row.key)) {
                    ids[line.row.key] = known->id;
                    importing.held[sheet.name].emplace(line.row.key, std::move(*known));
                    continue;
                }
            ids[line.row.key] = importing.change.numbering->next(importing.change.at.milliseconds());
        }
    }
}

// A reference to a directory row that neither the files nor the forum's list name.
bool known_on_server(Importing& importing, const Sheet& sheet, const std::string& key)
{
    if (sheet.scope != Sheet::server)
        return false;
    const auto known = find_on_server(importing.session, sheet, key);
    if (!known)
        return false;
    importing.keys[sheet.name][key] = known->id;
    return true;
}

bool references_hold(Importing& importing, const Sheet& sheet, const ForumFiles::Line& line)
{
    bool hold = true;
    for (const auto& column : sheet.columns) {
        if (column.kind != Column::ref && column.kind != Column::refs)
            continue;
        const auto& other = sheet_named(column.to);
        for (const auto& key : split_keys(sheet.words(line.row, column.name))) {
            if (importing.keys[other.name].count(key) > 0 || known_on_server(importing, other, key))
                continue;
            importing.wrong(sheet, line, column.name, "no-such-row",
                            tr("There is no “{value}” in the sheet {sheet}. Add that row, or mend the key.",
                               {{"value", key}, {"sheet", other.name}}));
            hold = false;
        }
    }
    return hold;
}

bool edited_since_export(const Importing& importing, const Sheet& sheet, const StoredRow& stored)
{
    const auto rows = importing.edits.find(sheet.name);
    if (rows == importing.edits.end())
        return false;
    const auto edit = rows->second.find(stored.id);
    return edit != rows->second.end() && edit->second > importing.files.revision;
}

std::vector<std::string> different_columns(const Sheet& sheet, const Row& one, const Row& other)
{
    std::vector<std::string> columns;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        if (one.cells[i] != other.cells[i])
            columns.push_back(sheet.columns[i].name);
    return columns;
}

void update_if_different(Importing& importing, const Sheet& sheet, const ForumFiles::Line& line,
                         const StoredRow& stored)
{
    const auto columns = different_columns(sheet, stored.row, line.row);
    if (columns.empty()) {
        ++importing.outcome.same;
        return;
    }
    if (edited_since_export(importing, sheet, stored)) {
        importing.wrong(sheet, line, columns.front(), "edited-meanwhile",
                        tr("“{key}” was edited in a browser after these sheets were exported. Export again and put "
                           "your change into the fresh sheets.",
                           {{"key", line.row.key}}));
        return;
    }
    if (importing.problems.empty())
        update_row(importing.session, sheet, stored, line.row, importing.keys, importing.change);
    importing.outcome.changed.push_back({sheet.name, line.row.key, columns});
}

void import_sheet(Importing& importing, const Sheet& sheet, const std::vector<ForumFiles::Line>& lines)
{
    auto& held = importing.held[sheet.name];
    std::int64_t position = 0;
    std::set<std::string> given;
    for (const auto& line : lines) {
        ++position;
        given.insert(line.row.key);
        if (!references_hold(importing, sheet, line))
            continue;
        const auto stored = held.find(line.row.key);
        if (stored != held.end()) {
            update_if_different(importing, sheet, line, stored->second);
        } else {
            if (importing.problems.empty())
                insert_row(importing.session, sheet, line.row, position, importing.keys, importing.change);
            importing.outcome.added.push_back({sheet.name, line.row.key, {}});
        }
        if (importing.problems.empty() && (stored == held.end() || stored->second.position != position))
            set_position(importing.session, sheet, importing.change.forum,
                         importing.keys[sheet.name][line.row.key], position);
    }
    for (const auto& [key, stored] : held) {
        if (given.count(key) > 0)
            continue;
        importing.outcome.missing.push_back({sheet.name, key, {}});
        if (importing.problems.empty() && importing.prune)
            remove_row(importing.session, sheet, stored, importing.change);
        else if (importing.problems.empty())
            set_position(importing.session, sheet, importing.change.forum, stored.id, ++position);
    }
}

// The forum's own row refers to a city, which may come with the same files; so the directory goes first,
// and the forum is made before it, without its city, because lists of the directory belong to a forum.
void begin_forum(Importing& importing)
{
    const auto& sheet = sheet_named("forum");
    const auto& line = *importing.files.forum;
    importing.outcome.slug = line.row.key;
    if (const auto id = forum_id(importing.session, line.row.key)) {
        importing.change.forum = *id;
        return;
    }
    importing.outcome.new_forum = true;
    auto bare = line.row;
    bare.cells[sheet.at("city")] = Cell{};
    importing.change.forum = insert_row(importing.session, sheet, bare, 0, {}, importing.change);
}

void finish_forum(Importing& importing)
{
    const auto& sheet = sheet_named("forum");
    const auto& line = *importing.files.forum;
    if (!references_hold(importing, sheet, line))
        return;
    const auto stored = find_row(importing.session, sheet, importing.change.forum, line.row.key);
    if (importing.outcome.new_forum) {
        if (different_columns(sheet, stored->row, line.row).empty() || !importing.problems.empty())
            return;
        update_row(importing.session, sheet, *stored, line.row, importing.keys, importing.change);
        return;
    }
    update_if_different(importing, sheet, line, *stored);
}

}  // namespace

std::optional<std::int64_t> forum_id(store::Session& session, const std::string& slug)
{
    const auto found = session.find<std::int64_t>("SELECT id FROM forum WHERE key = :key", slug);
    return found ? std::optional(std::get<0>(*found)) : std::nullopt;
}

ImportOutcome import_files(store::Session& session, const ForumFiles& files, std::int64_t forum,
                           const ImportOptions& options, std::vector<Problem>& problems)
{
    Importing importing{session,
                        files,
                        {forum, Origin::import, options.login, options.at, options.numbering},
                        options.prune,
                        problems,
                        {},
                        {},
                        {},
                        {}};
    if (files.forum)
        begin_forum(importing);
    importing.outcome.forum = importing.change.forum;
    look_up(importing);
    if (!importing.outcome.new_forum)
        importing.edits = newest_edits(session, importing.change.forum);
    for (const auto& sheet : all_sheets()) {
        if (sheet.scope == Sheet::itself) {
            if (files.forum)
                finish_forum(importing);
        } else if (const auto* lines = lines_of(files, sheet)) {
            import_sheet(importing, sheet, *lines);
        }
    }
    return std::move(importing.outcome);
}

ForumFiles export_files(store::Session& session, std::int64_t forum)
{
    ForumFiles files;
    for (const auto& sheet : all_sheets()) {
        auto& lines = files.sheets[sheet.name];
        for (auto& stored : rows_of(session, sheet, forum))
            lines.push_back({0, std::move(stored.row)});
        if (sheet.scope == Sheet::itself) {
            files.forum = std::move(lines.front());
            files.sheets.erase(sheet.name);
        }
    }
    files.revision = newest_edit(session, forum);
    return files;
}

}  // namespace sala::sheet
