// SPDX-License-Identifier: Apache-2.0

#include "app/check_contents.hpp"

#include "forum/row_references.hpp"
#include "programme/changes.hpp"
#include "programme/programme_json.hpp"
#include "sheet/row_store.hpp"

#include <set>

#include <fmt/format.h>

namespace sala::app {

namespace {

bool is_canonical(const std::string& json)
{
    const auto text = Text::read(json);
    return text && text->canonical_json() == json;
}

std::optional<programme::Programme> readable(const std::string& programme)
{
    try {
        const auto json = Json::read(programme);
        return json ? programme::read_programme(*json) : std::nullopt;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

// What happened to what. The words are left out: a later version of Sala may say them better.
using Happened = std::set<std::tuple<int, std::string, std::string>>;

Happened happened(const std::vector<programme::ProgrammeChange>& changes)
{
    Happened all;
    for (const auto& one : changes)
        all.emplace(one.what == programme::ProgrammeChange::resized
                        ? programme::ProgrammeChange::moved  // what it was called before
                        : one.what,
                    one.kind, one.key);
    return all;
}

struct RowHistory {
    std::string became;    // the last time that it became anything
    bool is_away = false;  // and was taken away since
};

// By the row's number. Rows of the directory are never taken away: their last revision may be that
// they were taken off a forum's list.
std::map<std::int64_t, RowHistory> histories_of(store::Session& session, const sheet::Sheet& sheet)
{
    std::map<std::int64_t, RowHistory> histories;
    for (auto& [row, became] : session.select<std::int64_t, std::string>(
             "SELECT row_id, became FROM revision WHERE sheet = :sheet ORDER BY id", sheet.name)) {
        auto& history = histories[row];
        history.is_away = became.empty() && sheet.scope == sheet::Sheet::forum;
        if (!became.empty())
            history.became = std::move(became);
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
        const auto became = sheet::read_row_json(sheet, history.became);
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

void check_rows_of(store::Session& session, const sheet::Sheet& sheet,
                   std::vector<std::string>& wrong)
{
    const auto histories = histories_of(session, sheet);
    check_keys_of(session, sheet, histories, wrong);
    std::set<std::int64_t> looked_at;  // several forums list one row of the directory
    for (const auto& [forum] : session.select<std::int64_t>("SELECT id FROM forum ORDER BY key"))
        for (const auto& one : sheet::rows_of(session, sheet, forum)) {
            const auto history = histories.find(one.id);
            if (!looked_at.insert(one.id).second || history == histories.end())
                continue;
            const auto became = sheet::read_row_json(sheet, history->second.became);
            if (!became)
                continue;
            if (const auto differ = columns_that_differ(sheet, one.row, *became); !differ.empty())
                wrong.push_back(fmt::format("{} {}: the row says something else than its history "
                                            "in {}.",
                                            sheet.name, one.row.key, differ));
        }
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

void check_texts(store::Session& session, std::vector<std::string>& wrong)
{
    for (const auto& sheet : sheet::all_sheets())
        for (const auto& column : sheet.columns) {
            if (!column.is_text())
                continue;
            for (const auto& [key, text] : session.select<std::string, std::string>(
                     fmt::format("SELECT key, {} FROM {} WHERE {} <> '' ORDER BY key", column.name,
                                 sheet.table, column.name)))
                if (!is_canonical(text))
                    wrong.push_back(fmt::format("{} {}: the text in {} is not in the form Sala "
                                                "writes.",
                                                sheet.name, key, column.name));
        }
}

void check_releases(store::Session& session, std::vector<std::string>& wrong)
{
    std::string last_forum;
    std::int64_t last_number = 0;
    std::optional<programme::Programme> before;
    for (const auto& [forum, number, programme, changes] :
         session.select<std::string, std::int64_t, std::string, std::string>(
             "SELECT f.key, r.number, r.programme, r.changes FROM release r JOIN forum f ON f.id = "
             "r.forum ORDER BY f.key, r.number")) {
        if (const auto next = forum == last_forum ? last_number + 1 : 1; number != next)
            wrong.push_back(fmt::format("{}: release {} is missing.", forum, next));
        auto after = readable(programme);
        if (!after)
            wrong.push_back(fmt::format("Release {} of {} cannot be read.", number, forum));
        else if (forum == last_forum && before &&
                 happened(changes_between(*before, *after)) !=
                     happened(programme::read_changes(changes)))
            wrong.push_back(fmt::format(
                "Release {} of {}: its list of changes is not what changed.", number, forum));
        last_forum = forum;
        last_number = number;
        before = std::move(after);
    }
    for (const auto& [address] : session.select<std::string>(
             "SELECT a.address FROM act a WHERE a.verb = 'release_programme' AND NOT EXISTS "
             "(SELECT 1 FROM release r WHERE r.at = a.at) ORDER BY a.id"))
        wrong.push_back(
            fmt::format("{}: somebody released the programme, and that release is gone.", address));
}

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
        try {
            check_rows_of(session, sheet, wrong);
        } catch (const Fault& fault) {
            wrong.push_back(fmt::format("{}: {}.", sheet.name, fault.what()));
        }
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
