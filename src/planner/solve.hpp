// SPDX-License-Identifier: Apache-2.0
//
// From what a forum asks to its timetable.

#pragma once

#include "planner/plan.hpp"

#include <cstdint>
#include <functional>

namespace sala::planner {

struct Effort {
    double seconds = 60;
    // Instead of the clock: the same steps, seed and problem give the same plan on every machine.
    std::int64_t steps = 0;  // 0: as many as there is time for
    int seed = 1;
    std::string proof;  // where to write the proof of what cannot be; empty: nowhere
};

struct Progress {
    std::function<void(const std::string& layer, int best, int bound)> tell;
    std::function<bool()> cancelled;
};

Plan solve(const Problem& problem, const Effort& effort, const Progress& progress);

}  // namespace sala::planner
