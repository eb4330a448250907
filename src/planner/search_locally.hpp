// SPDX-License-Identifier: Apache-2.0
//
// Plans that are soon at hand, without any bound: what every search begins with.

#pragma once

#include "planner/clock.hpp"
#include "planner/grid.hpp"
#include "planner/random.hpp"

#include <functional>

namespace sala::planner {

// Up to so many meetings all of them are searched together; more are planned piece by piece first.
inline constexpr std::size_t whole_meetings_max = 1'500;
// Up to so many a bound is looked for.
inline constexpr std::size_t bound_meetings_max = 6'000;

// Each plan that is better than the one before is told of; the last is the best, and empty when
// none was found. On simple grids.
Starts search_locally(const Grid& grid, Random& random, const Effort& effort, const Clock& clock,
                      const std::function<void(int breaks)>& found);

}  // namespace sala::planner
