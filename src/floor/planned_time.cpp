// SPDX-License-Identifier: Apache-2.0

#include "floor/planned_time.hpp"

#include <algorithm>

namespace sala::floor {

namespace {

// Of the speeches that the programme has for the delegation and that nobody has entered.
std::int64_t still_planned(const Hall& hall, std::int64_t delegation)
{
    std::int64_t seconds = 0;
    const auto& entries = hall.floor.entries();
    for (const auto& planned : hall.names.planned()) {
        const auto kind = planned.on_behalf.empty() ? Kind::statement : Kind::group;
        if (planned.delegation == delegation && hall.rules.of(kind).budgeted &&
            std::none_of(entries.begin(), entries.end(),
                         [&](const Entry& entry) { return entry.intervention == planned.id; }))
            seconds += planned.seconds > 0 ? planned.seconds : hall.rules.of(kind).seconds;
    }
    return seconds;
}

}  // namespace

std::vector<OverBudget> over_budget(const Hall& hall)
{
    std::vector<OverBudget> over;
    if (hall.rules.budget_seconds == 0)
        return over;
    for (const auto& one : hall.names.delegations()) {
        auto seconds = budget_of(hall.floor, hall.rules, one.id).used();
        // When the sitting has been opened, what nobody entered is not going to be spoken.
        if (hall.floor.phase() == Floor::Phase::before)
            seconds += still_planned(hall, one.id);
        if (seconds > hall.rules.budget_seconds)
            over.push_back({one.id, seconds});
    }
    return over;
}

}  // namespace sala::floor
