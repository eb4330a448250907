// SPDX-License-Identifier: Apache-2.0
//
// What the floor keeps of those who write for it, why and how long: a copy of their words, their
// erasure, and what is forgotten some time after the forum. Who spoke how long stays.

#pragma once

#include "web/kept_data.hpp"

#include <vector>

namespace sala::floor {

std::vector<web::KeptData> kept_by_floor();

}  // namespace sala::floor
