// SPDX-License-Identifier: Apache-2.0
//
// Reads what a forum asks of its timetable from JSON; docs/manual/planning.md describes the
// members.

#pragma once

#include "planner/problem.hpp"

#include <string_view>

namespace sala::planner {

Result<Problem> read_json(std::string_view text);

// Tells the meetings where a plan written by `sala plan` has them, so that a new plan moves few.
// With `fill_gaps` they stay there, and only meetings that are new are planned.
Allowed take_published(Problem& problem, std::string_view plan, bool fill_gaps);

}  // namespace sala::planner
