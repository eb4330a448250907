// SPDX-License-Identifier: Apache-2.0

#include "planner/published.hpp"

#include <algorithm>

namespace sala::planner {

bool is_published(const Grid& grid)
{
    return std::any_of(grid.meetings.begin(), grid.meetings.end(),
                       [](const Grid::Meeting& meeting) { return meeting.was >= 0; });
}

void prefer_published(Sat& sat, const Encoding& encoding, const Grid& grid)
{
    for (std::size_t m = 0; m < grid.meetings.size(); ++m)
        if (const int was = grid.meetings[m].was; was >= 0)
            sat.prefer(encoding.starts_at(static_cast<int>(m), was));
}

}  // namespace sala::planner
