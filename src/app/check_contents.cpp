// SPDX-License-Identifier: Apache-2.0

#include "app/check_contents.hpp"

#include "programme/programme_json.hpp"
#include "sheet/sheet.hpp"

#include <fmt/format.h>

namespace sala::app {

namespace {

bool is_canonical(const std::string& json)
{
    const auto text = Text::read(json);
    return text && text->canonical_json() == json;
}

bool can_be_read(const std::string& programme)
{
    try {
        const auto json = Json::read(programme);
        return json && programme::read_programme(*json);
    } catch (const std::exception&) {
        return false;
    }
}

// Rows of the directory may have been taken off one forum's list, which is a revision of that list
// with a version of its own; only what a row became counts.
std::string versions_that_differ(const sheet::Sheet& sheet)
{
    return fmt::format(
        "SELECT t.key, t.version, COALESCE(MAX(r.version), 0) FROM {} t LEFT JOIN revision r ON "
        "r.sheet = '{}' AND r.row_id = t.id AND r.became <> '' GROUP BY t.id, t.key, t.version "
        "HAVING COALESCE(MAX(r.version), 0) <> t.version ORDER BY t.key",
        sheet.table, sheet.name);
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
    for (const auto& [forum, number, programme] :
         session.select<std::string, std::int64_t, std::string>(
             "SELECT f.key, r.number, r.programme FROM release r JOIN forum f ON f.id = r.forum "
             "ORDER BY f.key, r.number"))
        if (!can_be_read(programme))
            wrong.push_back(fmt::format("Release {} of {} cannot be read.", number, forum));
}

void check_versions(store::Session& session, std::vector<std::string>& wrong)
{
    for (const auto& sheet : sheet::all_sheets())
        for (const auto& [key, version, newest] :
             session.select<std::string, std::int64_t, std::int64_t>(versions_that_differ(sheet)))
            wrong.push_back(fmt::format("{} {}: the row is at version {}, its history at {}.",
                                        sheet.name, key, version, newest));
}

void check_acts(store::Session& session, std::vector<std::string>& wrong)
{
    const auto unseen = session.find<std::int64_t>("SELECT COUNT(*) FROM revision WHERE origin <> "
                                                   "'import' AND at NOT IN (SELECT at FROM act)");
    if (unseen && std::get<0>(*unseen) > 0)
        wrong.push_back(fmt::format("{} changes of rows stand in no act: somebody changed the "
                                    "history past Sala.",
                                    std::get<0>(*unseen)));
}

}  // namespace sala::app
