// SPDX-License-Identifier: Apache-2.0
//
// The sheets of bilateral meetings: what delegations need and offer, where they can meet, what
// brings them together (rivers they share, practices, what they promised), and the claims behind
// it.

#pragma once

#include "sheet/sheet.hpp"

namespace sala::sheet {

// Of the directory.
std::vector<Sheet> river_sheets();
std::vector<Sheet> meeting_sheets();

}  // namespace sala::sheet
