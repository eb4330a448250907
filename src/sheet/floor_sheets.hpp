// SPDX-License-Identifier: Apache-2.0
//
// The sheet of the rules of the floor: who speaks before whom, how long, and what stops the clock.

#pragma once

#include "sheet/sheet.hpp"

namespace sala::sheet {

std::vector<Sheet> floor_sheets();

}  // namespace sala::sheet
