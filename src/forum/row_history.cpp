// SPDX-License-Identifier: Apache-2.0

#include "forum/row_history.hpp"

#include "script/slug.hpp"
#include "sheet/key_history.hpp"

#include <set>

namespace sala::forum {

namespace {

using sheet::Sheet;

// A revision keeps the key first: {"key":"ha-noi",...
std::optional<std::int64_t> removed_row_id(store::Session& session, const Sheet& sheet,
                                           std::int64_t forum, const std::string& key)
{
    if (!script::is_key(key))
        return std::nullopt;
    const auto found =
        session.find<std::int64_t>("SELECT row_id FROM revision WHERE forum = :forum AND sheet = "
                                   ":sheet AND became = '' AND was LIKE :start "
                                   "ORDER BY id DESC LIMIT 1",
                                   forum, sheet.name, "{\"key\":\"" + key + "\"%");
    return found ? std::optional(std::get<0>(*found)) : std::nullopt;
}

// Those of these keys that rows of the forum have, which may be other rows than had them before.
std::set<std::string> keys_there(store::Session& session, const Sheet& sheet, std::int64_t forum,
                                 const std::set<std::string>& keys)
{
    std::string places;
    std::vector<store::Value> values{forum};
    for (const auto& key : keys) {
        places +=
            (places.empty() ? ":" : ", :") + std::string("key") + std::to_string(values.size());
        values.emplace_back(key);
    }
    std::set<std::string> there;
    if (keys.empty())
        return there;
    session.each_kinds(
        "SELECT key FROM " + sheet.table + " WHERE forum = :forum AND key IN (" + places + ")",
        values, std::vector{store::Kind::text}, [&](std::span<const store::ValueView> row) {
            there.emplace(std::get<std::string_view>(row[0]));
        });
    return there;
}

}  // namespace

Result<RowHistory> row_history_at(web::Desk& desk, const Forum& forum)
{
    const auto sheet = sheet_at(desk);
    if (!sheet)
        return sheet.refusal();
    RowHistory history;
    history.sheet = *sheet;
    history.key = desk.at("key");
    history.stored = sheet::find_row(desk.session(), **sheet, forum.id, history.key);
    const auto id = history.stored ? std::optional(history.stored->id)
                                   : removed_row_id(desk.session(), **sheet, forum.id, history.key);
    if (id) {
        history.row = *id;
        history.revisions =
            sheet::history_of_key(desk.session(), **sheet, forum.id, history.key, *id);
    }
    if (history.revisions.empty())
        return missing("no-such-row-here", "This forum has no such row and never had one.");
    return history;
}

RowHistory settings_history(web::Desk& desk, const Forum& forum)
{
    auto row = settings_row(desk, forum);
    RowHistory history{row.sheet, row.stored.id, forum.slug, std::move(row.stored), {}};
    history.revisions = sheet::history_of(desk.session(), *history.sheet, history.row);
    if (history.revisions.empty())
        throw Fault("the forum " + forum.slug + " has no history");
    return history;
}

std::vector<RemovedRow> removed_rows(store::Session& session, const Sheet& sheet,
                                     std::int64_t forum)
{
    const std::string still_there = sheet.scope == Sheet::server
                                        ? "EXISTS (SELECT 1 FROM listing l WHERE l.forum = r.forum "
                                          "AND l.sheet = r.sheet AND l.row_id = r.row_id)"
                                        : "EXISTS (SELECT 1 FROM " + sheet.table +
                                              " t WHERE t.forum = r.forum AND t.id = r.row_id)";
    // A key may have been given to a new row since.
    std::vector<RemovedRow> rows;
    std::set<std::string> keys;
    for (const auto& [was, at] : session.select<std::string, std::int64_t>(
             "SELECT r.was, r.at FROM revision r WHERE r.forum = :forum AND r.sheet = :sheet AND "
             "r.became = '' AND "
             "r.id = (SELECT MAX(n.id) FROM revision n WHERE n.sheet = r.sheet AND n.row_id = "
             "r.row_id AND "
             "n.became = '') AND NOT " +
                 still_there + " ORDER BY r.id DESC LIMIT 20",
             forum, sheet.name))
        if (const auto row = sheet::read_row_json(sheet, was); row && keys.insert(row->key).second)
            rows.push_back({row->key, name_of(sheet, *row), Instant{at}});
    if (sheet.scope == Sheet::forum)
        for (const auto& key : keys_there(session, sheet, forum, keys))
            std::erase_if(rows, [&](const RemovedRow& row) { return row.key == key; });
    return rows;
}

}  // namespace sala::forum
