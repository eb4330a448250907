// SPDX-License-Identifier: Apache-2.0

#include "sheet/importing.hpp"

#include "script/calendar.hpp"
#include "sheet/kept_columns.hpp"
#include "sheet/references.hpp"

#include <algorithm>

namespace sala::sheet {

namespace {

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

// None: every column, because no file brought the sheet.
const Header* header_read(const Importing& importing, const Sheet& sheet)
{
    const auto found = importing.files.headers.find(sheet.name);
    return found == importing.files.headers.end() ? nullptr : &found->second;
}

Row said_or_kept(const Importing& importing, const Sheet& sheet, const Row& given, const Row& stood)
{
    const auto* header = header_read(importing, sheet);
    return header ? with_kept_columns(sheet, given, stood, *header) : given;
}

bool has_problem(const Importing& importing, const Sheet& sheet, std::size_t line)
{
    return std::any_of(
        importing.problems.begin(), importing.problems.end(), [&](const Problem& one) {
            return one.sheet == sheet.name && (sheet.scope == Sheet::itself || one.line == line);
        });
}

}  // namespace

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

std::set<std::string> partial_sheets(const ForumFiles& files)
{
    std::set<std::string> partial;
    for (const auto& [name, header] : files.headers)
        if (!columns_left_out(sheet_named(name), header).empty())
            partial.insert(name);
    return partial;
}

ForumFiles::Line with_what_stands(Importing& importing, const Sheet& sheet,
                                  const ForumFiles::Line& line, const StoredRow* stored)
{
    auto whole = line;
    if (stored)
        whole.row = said_or_kept(importing, sheet, line.row, stored->row);
    if (!importing.partial.contains(sheet.name))
        return whole;
    const auto refusals = check_row(sheet, whole.row);
    if (!refusals.empty() && !has_problem(importing, sheet, line.number))
        for (const auto& refusal : refusals)
            importing.wrong(sheet, line, refusal.field, refusal.code, refusal.sentence);
    return whole;
}

bool edited_since_export(const Importing& importing, const Sheet& sheet, const StoredRow& stored)
{
    const auto rows = importing.edits.find(sheet.name);
    if (rows == importing.edits.end())
        return false;
    const auto edit = rows->second.find(stored.id);
    return edit != rows->second.end() && edit->second > importing.files.revision;
}

bool removed_since_export(const Importing& importing, const Sheet& sheet, const std::string& key,
                          const StoredRow* stored)
{
    // What stands on a list of the directory has a place there.
    if (stored && (sheet.scope != Sheet::server || stored->position > 0))
        return false;
    const auto rows = importing.removals.find(sheet.name);
    if (rows == importing.removals.end())
        return false;
    const auto removal = rows->second.find(key);
    return removal != rows->second.end() && removal->second > importing.files.revision;
}

void days_lie_within(Importing& importing, const std::vector<ForumFiles::Line>& lines)
{
    const auto& forum = sheet_named("forum");
    std::optional<Row> own;
    if (auto stored = rows_of(importing.session, forum, importing.change.forum); !stored.empty())
        own = std::move(stored.front().row);
    if (importing.files.forum)
        own = own ? said_or_kept(importing, forum, importing.files.forum->row, *own)
                  : importing.files.forum->row;
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

}  // namespace sala::sheet
