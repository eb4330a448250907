// SPDX-License-Identifier: Apache-2.0
//
// Whoever comes into the list before the programme does comes in as the programme has them: with
// its topics, its minutes and its speaker, and not twice.

#pragma once

#include "floor/hall.hpp"

namespace sala::floor {

// Says who speaks, and links a statement to the next speech that the programme has for its
// delegation. Minutes that the step has already stay, beside those of the programme.
void enter_as_planned(const Hall& hall, Step& step);

}  // namespace sala::floor
