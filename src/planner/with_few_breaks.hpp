// SPDX-License-Identifier: Apache-2.0
//
// Is there a plan with no more than so many breaks? Asked of a solver of its own, to which the
// limit is a fact and not a wish: where the search from below has found the right bound, it finds
// the plan many times sooner.

#pragma once

#include "planner/encoding.hpp"

#include <functional>

namespace sala::planner {

class WithFewBreaks {
public:
    WithFewBreaks(const Grid& grid, int most, int seed);

    int most() const { return most_; }
    void stop_when(std::function<bool()> stop) { sat_.stop_when(std::move(stop)); }
    void at_most_conflicts(std::int64_t conflicts) { sat_.at_most_conflicts(conflicts); }

    // May be asked again, with more patience each time, and goes on where it ended.
    Sat::Answer ask();
    // After a yes.
    Starts starts() const { return encoding_.starts(); }

private:
    Sat sat_;
    Encoding encoding_;
    int most_;
    std::int64_t patience_ = 8'000;  // conflicts; a second, at the published forums
};

}  // namespace sala::planner
