// SPDX-License-Identifier: Apache-2.0
//
// Delegations to which more is promised than the minutes they have altogether: what they spoke,
// wait for, and what the programme still has for them.

#pragma once

#include "floor/asking.hpp"
#include "floor/hall.hpp"

#include <vector>

namespace sala::floor {

struct OverBudget {
    std::int64_t delegation = 0;  // of the hall
    std::int64_t seconds = 0;     // that are used or promised
};
// None where the rules set no budget.
std::vector<OverBudget> over_budget(const Hall& hall);

}  // namespace sala::floor
