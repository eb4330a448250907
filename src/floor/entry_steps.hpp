// SPDX-License-Identifier: Apache-2.0
//
// What a step says of one speech and of nothing else: who speaks, how long it really was; and new
// minutes for those who wait.

#pragma once

#include "floor/floor.hpp"

namespace sala::floor {

// New minutes for all who wait, or for one.
void allot(std::vector<Entry>& entries, const Step& step);

// The delegation waits or asks already for what `step` enters. Whoever was taken off and asked
// again stands where it stood when the chair takes that back, and not twice.
bool stands_already(const std::vector<Entry>& entries, const Step& step);

// Substitute, name, correct and correct_speaker; nothing for all others.
void play_said_of(Entry& entry, const Step& step);

}  // namespace sala::floor
