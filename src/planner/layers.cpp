// SPDX-License-Identifier: Apache-2.0

#include "planner/layers.hpp"

#include <algorithm>

namespace sala::planner {

int cost_of(const Grid& grid, const Starts& starts, const std::string& layer)
{
    int cost = 0;
    for (const Slots busy : busy_of(grid, starts)) {
        if (layer == "breaks")
            cost += breaks_of(busy);
        else if (layer == "idle")
            cost += idle_slots_of(busy);
        else if (layer == "unfair" && grid.fairness_is_soft && grid.fairness >= 0)
            cost += std::max(0, breaks_of(busy) - grid.fairness);
    }
    for (std::size_t m = 0; m < starts.size(); ++m) {
        const auto& meeting = grid.meetings[m];
        if (layer == "must" || layer == "would-like")
            cost += starts[m] < 0 && meeting.must == (layer == "must");
        else if (layer == "moved")
            cost += meeting.was >= 0 && starts[m] != meeting.was;
        else if (layer == "preferences")
            cost += starts[m] >= 0 && meeting.preferred != 0 && !has(meeting.preferred, starts[m]);
    }
    return cost;
}

}  // namespace sala::planner
