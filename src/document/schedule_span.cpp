// SPDX-License-Identifier: Apache-2.0

#include "document/schedule_span.hpp"

#include <algorithm>

namespace sala::document {

bool fit_conference_to_days(Schedule& schedule)
{
    auto& days = schedule.days;
    std::erase_if(days, [](const ScheduleDay& day) { return day.rooms.empty(); });
    std::stable_sort(days.begin(), days.end(),
                     [](const auto& a, const auto& b) { return a.date < b.date; });
    for (std::size_t i = 0; i < days.size(); ++i)
        days[i].index = static_cast<int>(i) + 1;

    auto& conference = schedule.conference;
    conference.days = static_cast<int>(days.size());
    // ISO dates are in order when their letters are; an empty date comes before all others.
    const bool early = conference.start.empty() || conference.start > days.front().date;
    const bool late = conference.end < days.back().date;
    if (early)
        conference.start = days.front().date;
    if (late)
        conference.end = days.back().date;
    return early || late;
}

}  // namespace sala::document
