// SPDX-License-Identifier: Apache-2.0

#include "sheet/directory.hpp"

#include "sheet/references.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sala::sheet {

// Numbers and names of ours, never words of others.
static std::string numbers(std::vector<std::int64_t> all, std::int64_t one)
{
    all.push_back(one);
    return fmt::format("{}", fmt::join(all, ", "));
}

std::string on_open_list(const Sheet& sheet, std::int64_t forum, const Keeper& keeper)
{
    if (sheet.scope != Sheet::server || keeper.server)
        return {};
    return fmt::format(" AND EXISTS (SELECT 1 FROM listing o WHERE o.forum IN (SELECT p.forum FROM "
                       "release p UNION SELECT f.id FROM forum f WHERE f.id IN ({})) AND o.sheet = "
                       "'{}' AND o.row_id = t.id)",
                       numbers(keeper.forums, forum), sheet.name);
}

bool is_open(store::Session& session, const Sheet& sheet, std::int64_t row, std::int64_t forum,
             const Keeper& keeper)
{
    return session
        .find<std::int64_t>("SELECT t.id FROM " + sheet.table + " t WHERE t.id = :row" +
                                on_open_list(sheet, forum, keeper),
                            row)
        .has_value();
}

ListedElsewhere listed_elsewhere(store::Session& session, const Sheet& sheet, std::int64_t forum,
                                 const std::vector<std::int64_t>& among)
{
    ListedElsewhere all;
    if (sheet.scope != Sheet::server)
        return all;
    for (auto& [row, other, slug, released] :
         session.select<std::int64_t, std::int64_t, std::string, std::int64_t>(
             "SELECT l.row_id, f.id, f.key, (SELECT COUNT(*) FROM release p WHERE p.forum = f.id) "
             "FROM forum f JOIN listing l ON l.forum = f.id AND l.sheet = :sheet WHERE f.id <> "
             ":forum AND l.row_id IN (" +
                 numbers(among, 0) + ") ORDER BY f.key",
             sheet.name, forum))
        all[row].push_back({other, std::move(slug), released > 0});
    return all;
}

std::vector<Elsewhere> of_others(const std::vector<Elsewhere>& forums, const Keeper& keeper)
{
    if (keeper.server)
        return {};
    auto others = forums;
    std::erase_if(others, [&](const Elsewhere& one) {
        return std::find(keeper.forums.begin(), keeper.forums.end(), one.forum) !=
               keeper.forums.end();
    });
    std::stable_partition(others.begin(), others.end(),
                          [](const Elsewhere& one) { return one.is_public; });
    return others;
}

Allowed may_change(store::Session& session, const Sheet& sheet, const StoredRow& row,
                   std::int64_t forum, const Keeper& keeper)
{
    if (sheet.scope != Sheet::server || keeper.server)
        return allowed();
    const auto listed = listed_elsewhere(session, sheet, forum, {row.id});
    const auto others =
        listed.empty() ? std::vector<Elsewhere>{} : of_others(listed.begin()->second, keeper);
    if (others.empty())
        return allowed();
    if (!others.front().is_public)
        return forbidden("row-of-other-forums",
                         "“{key}” is a row of another forum too, which is not public yet. A change "
                         "would show there as well, so the secretariat of this server makes it: "
                         "ask them.",
                         {{"key", row.row.key}});
    return forbidden("row-of-other-forums",
                     "“{key}” is a row of {forum} too. A change would show there as well, so it is "
                     "made by whoever prepares both forums, or by the secretariat of this server: "
                     "ask them.",
                     {{"key", row.row.key}, {"forum", others.front().slug}});
}

Keys keys_for(store::Session& session, const Sheet& sheet, const Row& row, std::int64_t forum,
              const Keeper& keeper, std::vector<Refusal>& refusals)
{
    Keys keys;
    for (const auto& [column, other, key] : rows_named_by(sheet, row)) {
        const auto found =
            other->scope == Sheet::forum
                ? session.find<std::int64_t>("SELECT id FROM " + other->table +
                                                 " WHERE forum = :forum AND key = :key",
                                             forum, key)
                : session.find<std::int64_t>("SELECT t.id FROM " + other->table +
                                                 " t WHERE t.key = :key" +
                                                 on_open_list(*other, forum, keeper),
                                             key);
        if (found)
            keys[other->name][key] = std::get<0>(*found);
        else
            refusals.push_back(invalid(column, "no-such-row",
                                       "There is no “{value}” in the sheet {sheet}.",
                                       {{"value", key}, {"sheet", other->name}}));
    }
    return keys;
}

// Whoever is asked for no more sees the forum's own list and what is public.
Keys keys_for(store::Session& session, const Sheet& sheet, const Row& row, std::int64_t forum,
              std::vector<Refusal>& refusals)
{
    return keys_for(session, sheet, row, forum, {}, refusals);
}

}  // namespace sala::sheet
