// SPDX-License-Identifier: Apache-2.0
//
// What is kept of those who write about meetings, why and how long: a copy of their words, their
// erasure, and what is forgotten some time after the forum.

#pragma once

#include "web/kept_data.hpp"

#include <vector>

namespace sala::bilateral {

std::vector<web::KeptData> kept_by_meetings();

}  // namespace sala::bilateral
