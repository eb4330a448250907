// SPDX-License-Identifier: Apache-2.0
//
// Reads a published instance of the business-to-business meeting scheduling problem: a MiniZinc
// data file with nBusiness, nMeetings, nTables, nTotalSlots, nMorningSlots, requested, forbidden,
// fixed and precedences, numbered from 1.

#pragma once

#include "planner/problem.hpp"

#include <string_view>

namespace sala::planner {

// All meetings are required, and breaks are what counts.
Result<Problem> read_dzn(std::string_view text, int fairness);

}  // namespace sala::planner
