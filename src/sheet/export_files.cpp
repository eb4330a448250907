// SPDX-License-Identifier: Apache-2.0
//
// A forum out of the store, as the files it would be imported from.

#include "sheet/import.hpp"

namespace sala::sheet {

std::optional<std::int64_t> forum_id(store::Session& session, const std::string& slug)
{
    const auto found = session.find<std::int64_t>("SELECT id FROM forum WHERE key = :key", slug);
    return found ? std::optional(std::get<0>(*found)) : std::nullopt;
}

ForumFiles export_files(store::Session& session, std::int64_t forum)
{
    ForumFiles files;
    for (const auto& sheet : all_sheets()) {
        auto& lines = files.sheets[sheet.name];
        for (auto& stored : rows_of(session, sheet, forum))
            lines.push_back({0, std::move(stored.row)});
        if (sheet.scope == Sheet::itself) {
            files.forum = std::move(lines.front());
            files.sheets.erase(sheet.name);
        }
    }
    files.revision = newest_edit(session, forum);
    return files;
}

}  // namespace sala::sheet
