// SPDX-License-Identifier: Apache-2.0
//
// Sheets into the store, all or nothing.
//
// Rows match by key. Changed cells update; a row that is not in the file is listed and kept, or
// taken away when asked; a row that somebody edited or took away in a browser after the sheets were
// exported is a conflict. A column that a file lacks stays as it is. Importing the same sheets
// twice changes nothing.

#pragma once

#include "sheet/directory.hpp"
#include "sheet/forum_files.hpp"

namespace sala::sheet {

struct ImportOptions {
    bool prune = false;  // take rows away that are not in the file
    std::optional<std::int64_t> login;
    Instant at;
    Numbering* numbering = nullptr;
    Keeper keeper = {};  // who imports: rows that other forums list are not everybody's to change
    // Told before each row: the how many-th it is, of how many.
    std::function<void(std::size_t, std::size_t)> progress = {};
};

struct RowName {
    std::string sheet;
    std::string key;
    std::vector<std::string> columns;  // of a changed row: which ones

    bool operator==(const RowName&) const = default;
};

struct ImportOutcome {
    std::int64_t forum = 0;
    std::string slug;
    bool new_forum = false;
    std::vector<RowName> added;
    std::vector<RowName> changed;
    std::vector<RowName> missing;  // in the store, not in the file
    std::size_t same = 0;
    std::size_t moved = 0;  // stand in another place of their sheet, or are new on its list

    bool changed_anything(bool pruned) const
    {
        return new_forum || !added.empty() || !changed.empty() || moved > 0 ||
               (pruned && !missing.empty());
    }
};

// Writes into `session` as it goes; the caller rolls back when `problems` is not empty afterwards.
// `forum` is the forum's id when the sheets bring none of their own, else 0.
ImportOutcome import_files(store::Session& session, const ForumFiles& files, std::int64_t forum,
                           const ImportOptions& options, std::vector<Problem>& problems);

// The forum as it stands, as it would be imported.
ForumFiles export_files(store::Session& session, std::int64_t forum);

// The id of a forum by its slug.
std::optional<std::int64_t> forum_id(store::Session& session, const std::string& slug);

}  // namespace sala::sheet
