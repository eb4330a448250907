// SPDX-License-Identifier: Apache-2.0
//
// Rows of the directory that several forums list, at the desk of one of them: what its secretariat
// may look into and change, and how the others hear of a change.

#pragma once

#include "forum/forum.hpp"
#include "sheet/directory.hpp"
#include "sheet/import.hpp"
#include "web/desk.hpp"

namespace sala::forum {

// What the visitor prepares: this forum, and the others where they are of the secretariat. A
// program with a token for one address reaches no further.
sheet::Keeper keeper_at(const web::Desk& desk, const Forum& forum);

// Where the other forums that list them keep these changed rows: "/lyon-2030/sheets/cities/accra",
// or the sheet when it is more than one of its rows. One statement a sheet.
std::vector<std::string> addresses_elsewhere(store::Session& session, std::int64_t forum,
                                             const std::vector<sheet::RowName>& changed);

// The change is an act at each of those forums too, and whoever watches them looks again.
void note_elsewhere(web::Desk& desk, const Forum& forum, const std::string& verb,
                    const std::vector<sheet::RowName>& changed);

}  // namespace sala::forum
