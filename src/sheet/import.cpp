// SPDX-License-Identifier: Apache-2.0

#include "sheet/import.hpp"

#include "script/calendar.hpp"
#include "sheet/import_problems.hpp"
#include "sheet/references.hpp"
#include "sheet/row_differences.hpp"
#include "sheet/understand.hpp"

#include <algorithm>

namespace sala::sheet {

namespace {

struct Importing {
    store::Session& session;
    const ForumFiles& files;
    Change change;
    bool prune;
    Keeper keeper;
    std::vector<Problem>& problems;
    ImportOutcome outcome;
    Keys keys;
    std::map<std::string, std::map<std::string, StoredRow>> held;  // sheet -> key -> row
    Edits edits;
    std::map<std::string, ListedElsewhere> elsewhere;  // by sheet of the directory

    void wrong(const Sheet& sheet, const ForumFiles::Line& line, std::string column,
               std::string code, Sentence sentence)
    {
        const auto place = line.place_of(column);
        problems.push_back(
            {sheet.name, place, std::move(column), std::move(code), std::move(sentence)});
    }
    void move(const Sheet& sheet, std::int64_t id, std::int64_t position, bool was_there)
    {
        outcome.moved += was_there ? 1 : 0;
        if (problems.empty())
            set_position(session, sheet, change.forum, id, position);
    }
};

const std::vector<ForumFiles::Line>* lines_of(const ForumFiles& files, const Sheet& sheet)
{
    const auto found = files.sheets.find(sheet.name);
    return found == files.sheets.end() ? nullptr : &found->second;
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
            ids[line.row.key] =
                importing.change.numbering->next(importing.change.at.milliseconds());
        }
    }
}

// A reference to a directory row that neither the files nor the forum's list name.
bool known_on_server(Importing& importing, const Sheet& sheet, const std::string& key)
{
    if (sheet.scope != Sheet::server)
        return false;
    const auto known = find_on_server(importing.session, sheet, key);
    if (!known ||
        !is_open(importing.session, sheet, known->id, importing.change.forum, importing.keeper))
        return false;
    importing.keys[sheet.name][key] = known->id;
    return true;
}

bool references_hold(Importing& importing, const Sheet& sheet, const ForumFiles::Line& line)
{
    bool hold = true;
    for (const auto& [column, other, key] : rows_named_by(sheet, line.row)) {
        if (importing.keys[other->name].count(key) > 0 ||
            importing.files.unreadable.contains(other->name) ||
            known_on_server(importing, *other, key))
            continue;
        importing.wrong(
            sheet, line, column, "no-such-row",
            tr("There is no “{value}” in the sheet {sheet}. Add that row, or mend the key.",
               {{"value", key}, {"sheet", other->name}}));
        hold = false;
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

void update_if_different(Importing& importing, const Sheet& sheet, const ForumFiles::Line& line,
                         const StoredRow& stored)
{
    const auto columns = different_columns(sheet, stored.row, line.row);
    if (columns.empty()) {
        ++importing.outcome.same;
        return;
    }
    const auto column = name_in_file(sheet, columns.front(), stored.row, line.row);
    if (auto problem = row_of_others(importing.session, sheet, line, stored, column,
                                     importing.elsewhere[sheet.name],
                                     {importing.change.forum, importing.keeper})) {
        importing.problems.push_back(*std::move(problem));
        return;
    }
    if (edited_since_export(importing, sheet, stored)) {
        const auto place = line.place_of(column);
        importing.problems.push_back(
            importing.outcome.new_forum
                ? edited_in_directory(sheet, place, column, line.row.key)
                : edited_meanwhile(sheet, place, column, line.row.key, importing.files.undated));
        return;
    }
    if (importing.problems.empty())
        update_row(importing.session, sheet, stored, line.row, importing.keys, importing.change);
    importing.outcome.changed.push_back({sheet.name, line.row.key, columns});
}

void import_sheet(Importing& importing, const Sheet& sheet,
                  const std::vector<ForumFiles::Line>& lines)
{
    auto& held = importing.held[sheet.name];
    std::int64_t position = 0;
    std::set<std::string> given;
    std::vector<std::int64_t> rows;
    for (const auto& [key, stored] : held)
        rows.push_back(stored.id);
    importing.elsewhere[sheet.name] =
        listed_elsewhere(importing.session, sheet, importing.change.forum, rows);
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
                insert_row(importing.session, sheet, line.row, position, importing.keys,
                           importing.change);
            importing.outcome.added.push_back({sheet.name, line.row.key, {}});
        }
        if (stored == held.end() || stored->second.position != position)
            importing.move(sheet, importing.keys[sheet.name][line.row.key], position,
                           stored != held.end());
    }
    // What stays although no file names it follows in the order it had.
    std::vector<const StoredRow*> left;
    for (const auto& [key, stored] : held)
        if (given.count(key) == 0)
            left.push_back(&stored);
    std::stable_sort(left.begin(), left.end(), [](const StoredRow* a, const StoredRow* b) {
        return a->position < b->position;
    });
    for (const auto* stored : left) {
        importing.outcome.missing.push_back({sheet.name, stored->row.key, {}});
        if (importing.prune && edited_since_export(importing, sheet, *stored))
            importing.problems.push_back(
                edited_meanwhile(sheet, 0, "", stored->row.key, importing.files.undated));
        if (importing.problems.empty() && importing.prune)
            remove_row(importing.session, sheet, *stored, importing.change);
        else if (!importing.prune && stored->position != ++position)
            importing.move(sheet, stored->id, position, true);
    }
}

// The forum's own row refers to a city, which may come with the same files; so the directory goes
// first, and the forum is made before it, without its city, because lists of the directory belong
// to a forum.
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
        importing.outcome.added.push_back({sheet.name, line.row.key, {}});
        if (different_columns(sheet, stored->row, line.row).empty() || !importing.problems.empty())
            return;
        update_row(importing.session, sheet, *stored, line.row, importing.keys, importing.change);
        return;
    }
    update_if_different(importing, sheet, line, *stored);
}

// The days of the files belong to the forum's own dates, if these say when it begins and ends.
void days_lie_within(Importing& importing, const std::vector<ForumFiles::Line>& lines)
{
    const auto& forum = sheet_named("forum");
    std::optional<Row> own;
    if (importing.files.forum)
        own = importing.files.forum->row;
    else if (auto stored = rows_of(importing.session, forum, importing.change.forum);
             !stored.empty())
        own = std::move(stored.front().row);
    const auto dates = script::PartialDate::read(own ? forum.words(*own, "date") : std::string{});
    if (!dates || !dates->start().has_day() || !dates->end().has_day() || !dates->last_day())
        return;
    const auto& days = sheet_named("days");
    for (const auto& line : lines)
        if (const auto day = script::parse_iso_day(days.words(line.row, "date"));
            day && !dates->contains(*day))
            importing.wrong(days, line, "date", "outside-the-forum",
                            tr("{date} is not among the forum’s own dates, {dates}. Mend the day, "
                               "or the date of the forum.",
                               {{"date", script::iso(*day)}, {"dates", dates->iso()}}));
}

}  // namespace

ImportOutcome import_files(store::Session& session, const ForumFiles& files, std::int64_t forum,
                           const ImportOptions& options, std::vector<Problem>& problems)
{
    Importing importing{session,
                        files,
                        {forum, Origin::import, options.login, options.at, options.numbering},
                        options.prune,
                        options.keeper,
                        problems,
                        {},
                        {},
                        {},
                        {},
                        {}};
    if (files.forum)
        begin_forum(importing);
    importing.outcome.forum = importing.change.forum;
    look_up(importing);
    importing.edits = edits_for_import(session, importing.change.forum);
    for (const auto& sheet : all_sheets()) {
        if (sheet.scope == Sheet::itself) {
            if (files.forum)
                finish_forum(importing);
        } else if (const auto* lines = lines_of(files, sheet)) {
            if (sheet.name == "days")
                days_lie_within(importing, *lines);
            import_sheet(importing, sheet, *lines);
        }
    }
    return std::move(importing.outcome);
}

}  // namespace sala::sheet
