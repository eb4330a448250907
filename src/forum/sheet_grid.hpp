// SPDX-License-Identifier: Apache-2.0
//
// The rows of one sheet to take along: as a grid for a file, and as JSON.

#pragma once

#include "base/json.hpp"
#include "sheet/row_store.hpp"

#include <string>
#include <vector>

namespace sala::forum {

// The names of the columns first, then a line for each row.
std::vector<std::vector<std::string>> grid_of(const sheet::Sheet& sheet,
                                              const std::vector<sheet::StoredRow>& stored);

Json sheet_json(const sheet::Sheet& sheet, const std::vector<sheet::StoredRow>& stored);

}  // namespace sala::forum
