// SPDX-License-Identifier: Apache-2.0
//
// What people call a row of a sheet, read from the sheet's own description.

#pragma once

#include "sheet/sheet.hpp"

namespace sala::sheet {

// The column that a row is known by: its name or title (a claim by what it says), else the first
// text it needs, else the first it has. nullptr: a row has its key alone.
const Column* known_by(const Sheet& sheet);

}  // namespace sala::sheet
