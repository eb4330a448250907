// SPDX-License-Identifier: Apache-2.0
//
// What keeps a row from going away although no row names it: people who are registered, a category
// that somebody is in, and the floors of sittings, whose lists and records name their rows.

#pragma once

#include "base/instant.hpp"
#include "sheet/forum_files.hpp"
#include "sheet/row_store.hpp"
#include "store/session.hpp"

#include <vector>

namespace sala::forum {

// Whether nobody who registers or decides, and no floor, needs the row. Refuses
// delegation-has-people, category-in-use, on-a-floor.
Allowed nobody_needs(store::Session& session, const sheet::Sheet& sheet, std::int64_t forum,
                     const sheet::StoredRow& row);

// After rows were taken away: delegations that were invited or have people, and are on the sheet no
// more. One statement.
void add_lost_delegations(store::Session& session, std::int64_t forum,
                          std::vector<sheet::Problem>& problems);

// Categories of people who may come, and of questions that stand, that are on the sheet no more.
// One statement.
std::vector<sheet::Problem> lost_categories(store::Session& session, std::int64_t forum);

// Rows that the import of `at` took away and that a floor names. Three statements.
std::vector<sheet::Problem> taken_from_floors(store::Session& session, std::int64_t forum,
                                              Instant at);

}  // namespace sala::forum
