// SPDX-License-Identifier: Apache-2.0
//
// What a step says of one speech and of nothing else: who speaks, how long it really was.

#pragma once

#include "floor/floor.hpp"

namespace sala::floor {

// Substitute, name, correct and correct_speaker; nothing for all others.
void play_said_of(Entry& entry, const Step& step);

}  // namespace sala::floor
