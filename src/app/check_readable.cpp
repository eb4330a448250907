// SPDX-License-Identifier: Apache-2.0
//
// Whether what people see can be read at all: the texts of sheets, and the releases.

#include "app/check_contents.hpp"
#include "programme/changes.hpp"
#include "programme/programme_json.hpp"
#include "sheet/stored_row.hpp"
#include "store/checks.hpp"

#include <set>

#include <fmt/format.h>

namespace sala::app {

namespace {

std::optional<programme::Programme> readable(const std::string& programme)
{
    try {
        const auto json = Json::read(programme);
        return json ? programme::read_programme(*json) : std::nullopt;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::string unreadable_release(const std::string& forum, std::int64_t number)
{
    return fmt::format("Release {} of {} cannot be read.", number, forum);
}

enum class Wanted { readable, canonical };

void look_at_texts(store::Session& session, const sheet::Sheet& sheet, const sheet::Column& column,
                   Wanted wanted, std::vector<std::string>& wrong)
{
    for (const auto& [key, json] : session.select<std::string, std::string>(
             fmt::format("SELECT key, {} FROM {} WHERE {} <> '' ORDER BY key", column.name,
                         sheet.table, column.name))) {
        const auto text = Text::read(json);
        if (!text)
            store::say_once(sheet::unreadable_text(sheet, key, column.name), wrong);
        else if (wanted == Wanted::canonical && text->canonical_json() != json)
            wrong.push_back(fmt::format("{} {}: the text in {} is not in the form Sala writes.",
                                        sheet.name, key, column.name));
    }
}

void look_at_all_texts(store::Session& session, Wanted wanted, std::vector<std::string>& wrong)
{
    for (const auto& sheet : sheet::all_sheets())
        for (const auto& column : sheet.columns)
            if (column.is_text())
                look_at_texts(session, sheet, column, wanted, wrong);
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

}  // namespace

void check_readable(store::Session& session, std::vector<std::string>& wrong)
{
    look_at_all_texts(session, Wanted::readable, wrong);
    for (const auto& [forum, number, programme] :
         session.select<std::string, std::int64_t, std::string>(
             "SELECT f.key, r.number, r.programme FROM release r JOIN forum f ON f.id = r.forum "
             "ORDER BY f.key, r.number"))
        if (!readable(programme))
            store::say_once(unreadable_release(forum, number), wrong);
}

void check_texts(store::Session& session, std::vector<std::string>& wrong)
{
    look_at_all_texts(session, Wanted::canonical, wrong);
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
            store::say_once(unreadable_release(forum, number), wrong);
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

}  // namespace sala::app
