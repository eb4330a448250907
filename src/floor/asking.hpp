// SPDX-License-Identifier: Apache-2.0
//
// Whether a step may be taken on the floor as it is, and with what it left open filled in.

#pragma once

#include "floor/floor.hpp"
#include "floor/minutes.hpp"

namespace sala::floor {

// As Floor::taken().
Result<Step> asked_of(const Floor& floor, const Rules& rules, bool by_chair, Step step);

}  // namespace sala::floor
