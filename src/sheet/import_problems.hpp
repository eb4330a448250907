// SPDX-License-Identifier: Apache-2.0
//
// What is said of a row that an import may not change: somebody edited it meanwhile, or another
// forum lists it as well.

#pragma once

#include "sheet/directory.hpp"
#include "sheet/forum_files.hpp"

#include <optional>

namespace sala::sheet {

// In a new forum's sheets nothing is older than the directory: it was changed by hand before.
Problem edited_in_directory(const Sheet& sheet, std::size_t line, const std::string& column,
                            const std::string& key);
// `undated`: the file does not say when it was exported.
Problem edited_meanwhile(const Sheet& sheet, std::size_t line, const std::string& column,
                         const std::string& key, bool undated);

// A row that the file would bring back, although somebody took it away.
Problem removed_meanwhile(const Sheet& sheet, std::size_t line, const std::string& key,
                          bool undated);

// Into which forum, and who imports.
struct Importer {
    std::int64_t forum = 0;
    const Keeper& keeper;
};
// Nothing when the row, which differs in this column, is on no list that the keeper does not
// prepare. What a draft says is not told to those who may not read it.
std::optional<Problem> row_of_others(store::Session& session, const Sheet& sheet,
                                     const ForumFiles::Line& line, const StoredRow& stored,
                                     const std::string& column, const ListedElsewhere& listed,
                                     const Importer& by);

}  // namespace sala::sheet
