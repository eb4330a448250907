// SPDX-License-Identifier: Apache-2.0
//
// An act of the floor for programs that keep the record: all that was done with it, and by whom, as
// far as everybody in the hall saw it: by the chair, and who that was, or by a delegation.

#pragma once

#include "floor/hall.hpp"

namespace sala::floor {

// "upheld", "not-upheld", "noted"; as in Step::other.
const char* ruling_word(std::int64_t ruling);
// Every act of the hall, in order.
Json acts_json(const Hall& hall);

}  // namespace sala::floor
