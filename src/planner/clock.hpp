// SPDX-License-Identifier: Apache-2.0
//
// How much of the effort is left.

#pragma once

#include "planner/solve.hpp"

#include <chrono>

namespace sala::planner {

class Clock {
public:
    Clock(const Effort& effort, const Progress& progress)
        : effort_(effort),
          progress_(progress),
          began_(std::chrono::steady_clock::now())
    {
    }

    double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    }
    // True when this share of the time is over. With a budget of steps time does not matter.
    bool is_over(double share = 1) const
    {
        return (progress_.cancelled && progress_.cancelled()) ||
               (effort_.steps == 0 && seconds() > effort_.seconds * share);
    }

private:
    const Effort& effort_;
    const Progress& progress_;
    std::chrono::steady_clock::time_point began_;
};

}  // namespace sala::planner
