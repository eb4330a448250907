// SPDX-License-Identifier: Apache-2.0
//
// The floor as programs read it: the same that the pages show, with the server's own time in it.

#pragma once

#include "base/json.hpp"
#include "floor/hall.hpp"

namespace sala::floor {

// Times in milliseconds since 1970 UTC; `ends_at` while the clock runs, else `left`. Numbers of
// entries are strings. `lead`: with requests and the absent, for those who lead.
Json to_json(const Hall& hall, Instant now, bool lead = false);
Json clock_json(const Floor& floor, Instant now);

}  // namespace sala::floor
