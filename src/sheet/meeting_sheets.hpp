// SPDX-License-Identifier: Apache-2.0
//
// The sheets of bilateral meetings: what delegations need and offer, and where they can meet.

#pragma once

#include "sheet/sheet.hpp"

namespace sala::sheet {

std::vector<Sheet> meeting_sheets();

}  // namespace sala::sheet
