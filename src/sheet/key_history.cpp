// SPDX-License-Identifier: Apache-2.0

#include "sheet/key_history.hpp"

#include "base/json.hpp"

#include <algorithm>

namespace sala::sheet {

std::vector<Revision> history_of_key(store::Session& session, const Sheet& sheet,
                                     std::int64_t forum, const std::string& key,
                                     std::int64_t row_id)
{
    auto history = history_of(session, sheet, row_id);
    // A revision keeps the key first: {"key":"ha-noi",...
    for (const auto& [before] : session.select<std::int64_t>(
             "SELECT DISTINCT row_id FROM revision WHERE forum = :forum AND sheet = :sheet AND "
             "became = '' AND row_id <> :row AND was LIKE :start",
             forum, sheet.name, row_id, "{\"key\":\"" + key + "\"%"))
        for (auto& revision : history_of(session, sheet, before))
            history.push_back(std::move(revision));
    std::sort(history.begin(), history.end(),
              [](const Revision& one, const Revision& other) { return one.id > other.id; });
    return history;
}

Removals removals_for_import(store::Session& session, std::int64_t forum)
{
    Removals removals;
    for (const auto& [sheet, was, id] : session.select<std::string, std::string, std::int64_t>(
             "SELECT sheet, was, id FROM revision WHERE forum = :forum AND became = '' AND origin "
             "<> 'import' ORDER BY id",
             forum))
        removals[sheet][(*Json::read(was))["key"].string()] = id;
    return removals;
}

}  // namespace sala::sheet
