// SPDX-License-Identifier: Apache-2.0

#include "app/check_contents.hpp"

#include "forum/row_references.hpp"
#include "sheet/stored_row.hpp"
#include "store/checks.hpp"

#include <set>

#include <fmt/format.h>

namespace sala::app {

namespace {

struct RowHistory {
    std::optional<sheet::Row> became;  // the last time that it became anything
    bool is_away = false;              // and was taken away since
};

// By the row's number. Rows of the directory are never taken away: their last revision may be that
// they were taken off a forum's list.
// What cannot be read is said, and the row's history stays empty.
std::map<std::int64_t, RowHistory> histories_of(store::Session& session, const sheet::Sheet& sheet,
                                                std::vector<std::string>& wrong)
{
    std::map<std::int64_t, RowHistory> histories;
    std::map<std::int64_t, std::string> newest;
    for (auto& [row, became] : session.select<std::int64_t, std::string>(
             "SELECT row_id, became FROM revision WHERE sheet = :sheet ORDER BY id", sheet.name)) {
        histories[row].is_away = became.empty() && sheet.scope == sheet::Sheet::forum;
        if (!became.empty())
            newest[row] = std::move(became);
    }
    for (const auto& [row, became] : newest)
        try {
            histories[row].became = sheet::read_row_json(sheet, became);
        } catch (const Fault&) {
            wrong.push_back(
                fmt::format("{}: the history of row {} cannot be read.", sheet.name, row));
        }
    return histories;
}

std::string columns_that_differ(const sheet::Sheet& sheet, const sheet::Row& row,
                                const sheet::Row& became)
{
    std::string columns;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        if (row.cells[i] != became.cells[i])
            columns += (columns.empty() ? "" : ", ") + sheet.columns[i].name;
    return columns;
}

// That each row which its history says is there is there, under the key it was given, and no other.
void check_keys_of(store::Session& session, const sheet::Sheet& sheet,
                   const std::map<std::int64_t, RowHistory>& histories,
                   std::vector<std::string>& wrong)
{
    std::map<std::int64_t, std::string> keys;
    for (auto& [id, key] : session.select<std::int64_t, std::string>(
             fmt::format("SELECT id, key FROM {} ORDER BY id", sheet.table)))
        keys[id] = std::move(key);
    for (const auto& [id, history] : histories) {
        const auto& became = history.became;
        if (!became)
            continue;
        const auto there = keys.find(id);
        if (there == keys.end() && !history.is_away)
            wrong.push_back(
                fmt::format("{} {}: the row was taken out, and its history knows nothing of it.",
                            sheet.name, became->key));
        else if (there != keys.end() && history.is_away)
            wrong.push_back(
                fmt::format("{} {}: the row was put in after its history says that it was taken "
                            "away.",
                            sheet.name, there->second));
        else if (there != keys.end() && there->second != became->key)
            wrong.push_back(fmt::format("{} {}: the row was called {} in its history.", sheet.name,
                                        there->second, became->key));
    }
}

// What cannot be read is said, and the next row is looked at.
void compare_with_history(const sheet::Sheet& sheet, const sheet::RowView& view,
                          const RowHistory& history, std::vector<std::string>& wrong)
{
    if (!history.became)
        return;
    try {
        const auto row = sheet::stored(sheet, view).row;
        if (const auto differ = columns_that_differ(sheet, row, *history.became); !differ.empty())
            wrong.push_back(fmt::format("{} {}: the row says something else than its history in "
                                        "{}.",
                                        sheet.name, row.key, differ));
    } catch (const Fault& fault) {
        store::say_once(fault.what(), wrong);
    }
}

void check_rows_of(store::Session& session, const sheet::Sheet& sheet,
                   std::vector<std::string>& wrong)
{
    const auto histories = histories_of(session, sheet, wrong);
    check_keys_of(session, sheet, histories, wrong);
    std::set<std::int64_t> looked_at;  // several forums list one row of the directory
    for (const auto& [forum] : session.select<std::int64_t>("SELECT id FROM forum ORDER BY key"))
        sheet::each_row(session, sheet, forum, [&](const sheet::RowView& row) {
            const auto history = histories.find(row.id);
            if (looked_at.insert(row.id).second && history != histories.end())
                compare_with_history(sheet, row, history->second, wrong);
        });
}

// Rows of the directory may have been taken off one forum's list, which is a revision of that list
// with a version of its own; only what a row became counts.
// A row that was brought back begins anew at 1, so the newest counts and not the highest.
std::string versions_that_differ(const sheet::Sheet& sheet)
{
    return fmt::format(
        "SELECT v.key, v.version, COALESCE(v.newest, 0) FROM (SELECT t.key, t.version, (SELECT "
        "r.version FROM revision r WHERE r.sheet = '{}' AND r.row_id = t.id AND r.became <> '' "
        "ORDER BY r.id DESC LIMIT 1) AS newest FROM {} t) v WHERE v.newest IS NULL OR v.newest <> "
        "v.version ORDER BY v.key",
        sheet.name, sheet.table);
}

}  // namespace

void check_references(store::Session& session, std::vector<std::string>& wrong)
{
    for (const auto& [id, forum] :
         session.select<std::int64_t, std::string>("SELECT id, key FROM forum ORDER BY key"))
        for (const auto& broken : forum::broken_references(session, id))
            wrong.push_back(fmt::format("{}: a row of {} names in {} what the forum does not have.",
                                        forum, broken.sheet, broken.column));
}

void check_versions(store::Session& session, std::vector<std::string>& wrong)
{
    for (const auto& sheet : sheet::all_sheets())
        for (const auto& [key, version, newest] :
             session.select<std::string, std::int64_t, std::int64_t>(versions_that_differ(sheet)))
            wrong.push_back(
                newest == 0 ? fmt::format("{} {}: the row stands in no history.", sheet.name, key)
                            : fmt::format("{} {}: the row is at version {}, its history at {}.",
                                          sheet.name, key, version, newest));
}

void check_rows(store::Session& session, std::vector<std::string>& wrong)
{
    for (const auto& sheet : sheet::all_sheets())
        check_rows_of(session, sheet, wrong);
}

void check_acts(store::Session& session, std::vector<std::string>& wrong)
{
    const auto unseen = session.find<std::int64_t>("SELECT COUNT(*) FROM revision WHERE origin <> "
                                                   "'import' AND at NOT IN (SELECT at FROM act)");
    if (unseen && std::get<0>(*unseen) > 0)
        wrong.push_back(
            fmt::format("{} in no act: somebody changed the history past Sala.",
                        std::get<0>(*unseen) == 1
                            ? "1 change of a row stands"
                            : fmt::format("{} changes of rows stand", std::get<0>(*unseen))));
}

}  // namespace sala::app
