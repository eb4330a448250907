// SPDX-License-Identifier: Apache-2.0

#include "floor/minutes.hpp"

namespace sala::floor {

Budget budget_of(const Floor& floor, const Rules& rules, std::int64_t delegation)
{
    Budget budget;
    for (const auto& entry : floor.entries()) {
        if (entry.delegation != delegation || !rules.of(entry.kind).budgeted)
            continue;
        if (entry.status == Status::waiting || entry.status == Status::asking ||
            entry.status == Status::speaking)
            budget.promised += entry.seconds + entry.added;
        else
            budget.spoken += entry.spent.count() / 1000;
    }
    return budget;
}

std::vector<std::int64_t> with_other_minutes(const Floor& floor, const Rules& rules)
{
    std::vector<std::int64_t> all;
    for (const auto& entry : floor.entries())
        if (entry.waits() && is_listed(entry.kind) && entry.seconds != rules.of(entry.kind).seconds)
            all.push_back(entry.id);
    return all;
}

}  // namespace sala::floor
