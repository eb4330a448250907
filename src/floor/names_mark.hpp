// SPDX-License-Identifier: Apache-2.0
//
// A number for all that a floor calls people, places and things: another one as soon as somebody
// was renamed or erased, or the programme was released anew, so that screens and phones look again.

#pragma once

#include "floor/hall.hpp"

namespace sala::floor {

// Of the rows as they are, whoever reads them: a console that shows the draft, and a screen that
// shows the release, get the same number.
std::uint64_t names_mark(const Hall& hall);

}  // namespace sala::floor
