// SPDX-License-Identifier: Apache-2.0
//
// How many rows each sheet of a forum has, and which sheets belong together.

#pragma once

#include "sheet/sheet.hpp"
#include "store/session.hpp"

#include <map>

namespace sala::forum {

// Sheet to number of rows; the forum's own row is left out. One statement.
std::map<std::string, std::int64_t, std::less<>> row_numbers(store::Session& session,
                                                             std::int64_t forum);

struct SheetGroup {
    Sentence title;
    std::vector<const sheet::Sheet*> sheets;
};

// The occasion, its programme, its record, and the directory that all forums share.
std::vector<SheetGroup> sheet_groups();

}  // namespace sala::forum
