// SPDX-License-Identifier: Apache-2.0

#include "sheet/import.hpp"

#include "sheet/import_problems.hpp"
#include "sheet/importing.hpp"
#include "sheet/row_differences.hpp"
#include "sheet/understand.hpp"

#include <algorithm>

namespace sala::sheet {

namespace {

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
        importing.of += lines->size();
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

void import_line(Importing& importing, const Sheet& sheet, const ForumFiles::Line& given,
                 const StoredRow* stored, std::int64_t position)
{
    importing.next_row();
    const auto line = with_what_stands(importing, sheet, given, stored);
    const auto& key = line.row.key;
    if (!references_hold(importing, sheet, line))
        return;
    if (removed_since_export(importing, sheet, key, stored)) {
        importing.problems.push_back(
            removed_meanwhile(sheet, line.place_of("key"), key, importing.files.undated));
        return;
    }
    if (stored) {
        update_if_different(importing, sheet, line, *stored);
    } else {
        if (importing.problems.empty())
            insert_row(importing.session, sheet, line.row, position, importing.keys,
                       importing.change);
        importing.outcome.added.push_back({sheet.name, key, {}});
    }
    if (!stored || stored->position != position)
        importing.move(sheet, importing.keys[sheet.name][key], position, stored != nullptr);
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
        given.insert(line.row.key);
        const auto found = held.find(line.row.key);
        import_line(importing, sheet, line, found == held.end() ? nullptr : &found->second,
                    ++position);
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
    const auto stored =
        find_row(importing.session, sheet, importing.change.forum, importing.files.forum->row.key);
    const auto line = importing.outcome.new_forum
                          ? *importing.files.forum
                          : with_what_stands(importing, sheet, *importing.files.forum, &*stored);
    if (!references_hold(importing, sheet, line))
        return;
    if (importing.outcome.new_forum) {
        importing.outcome.added.push_back({sheet.name, line.row.key, {}});
        if (different_columns(sheet, stored->row, line.row).empty() || !importing.problems.empty())
            return;
        update_row(importing.session, sheet, *stored, line.row, importing.keys, importing.change);
        return;
    }
    update_if_different(importing, sheet, line, *stored);
}

}  // namespace

ImportOutcome import_files(store::Session& session, const ForumFiles& files, std::int64_t forum,
                           const ImportOptions& options, std::vector<Problem>& problems)
{
    Importing importing{
        .session = session,
        .files = files,
        .change = {forum, Origin::import, options.login, options.at, options.numbering},
        .prune = options.prune,
        .keeper = options.keeper,
        .problems = problems};
    importing.partial = partial_sheets(files);
    importing.progress = options.progress;
    if (files.forum)
        begin_forum(importing);
    importing.outcome.forum = importing.change.forum;
    look_up(importing);
    importing.edits = edits_for_import(session, importing.change.forum);
    importing.removals = removals_for_import(session, importing.change.forum);
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
