// SPDX-License-Identifier: Apache-2.0
//
// Which rows point to which: what a field may be chosen from, and what keeps a row from going away.

#pragma once

#include "forum/forum.hpp"
#include "sheet/directory.hpp"
#include "sheet/forum_files.hpp"
#include "store/session.hpp"

#include <map>
#include <string>
#include <vector>

namespace sala::forum {

struct RowChoice {
    std::string key;
    Text name;
};

// By sheet: the rows that a reference of `sheet` may name. One statement for each sheet referred
// to, whatever the number of rows. Of the directory: what the keeper may look into.
using RowChoices = std::map<std::string, std::vector<RowChoice>, std::less<>>;
RowChoices choices_for(store::Session& session, const sheet::Sheet& sheet, std::int64_t forum,
                       const sheet::Keeper& keeper);

struct Reference {
    std::string sheet;
    std::string key;
    Text name;  // empty: the row has its key alone
};

// The rows of this forum that refer to one of `sheet`, at most 20. One statement a column.
std::vector<Reference> references_to(store::Session& session, const sheet::Sheet& sheet,
                                     std::int64_t forum, const sheet::StoredRow& row);

// Refuses what nobody_needs() refuses, and still-referred-to, naming the rows that refer to it, for
// whoever wants to take the row away.
Allowed nothing_refers_to(store::Session& session, const sheet::Sheet& sheet, std::int64_t forum,
                          const sheet::StoredRow& row);

// Rows of the forum that refer to something that is gone, as it may be after rows were taken away:
// the store would refuse to keep it, or keep words that name nothing, so people are told first. One
// statement a column.
std::vector<sheet::Problem> broken_references(store::Session& session, std::int64_t forum);

}  // namespace sala::forum
