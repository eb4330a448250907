// SPDX-License-Identifier: Apache-2.0
//
// The record of a sitting for programs: the floor as it is, speeches, sums, rulings, polls, and
// every act.

#pragma once

#include "base/json.hpp"
#include "floor/record.hpp"

namespace sala::floor {

Json record_json(const Hall& hall, const Record& record, Instant now);

}  // namespace sala::floor
