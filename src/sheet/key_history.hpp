// SPDX-License-Identifier: Apache-2.0
//
// What became of a key of a forum: rows go and come, and a key that was free again may have been
// given to another row. For people it is one row with one history.

#pragma once

#include "sheet/revision.hpp"

#include <string>

namespace sala::sheet {

// Of this row, and of those that had its key before and were taken away; newest first.
std::vector<Revision> history_of_key(store::Session& session, const Sheet& sheet,
                                     std::int64_t forum, const std::string& key,
                                     std::int64_t row_id);

// sheet -> key -> the revision by which a row of this key was last taken away by hand, or off the
// forum's list.
using Removals = std::map<std::string, std::map<std::string, std::int64_t>>;
Removals removals_for_import(store::Session& session, std::int64_t forum);

}  // namespace sala::sheet
