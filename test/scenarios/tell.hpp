// SPDX-License-Identifier: Apache-2.0
//
// Tells a scenario: does what its steps say, one after the other, up to the first that is not true.

#pragma once

#include "scenarios/scenario.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace sala::scenarios {

// Nothing when every step was understood and true, and at least one of them could have been false.
std::optional<Wrong> tell(std::string_view text);

// Every pattern of a line that is understood.
std::vector<std::string_view> vocabulary();

}  // namespace sala::scenarios
