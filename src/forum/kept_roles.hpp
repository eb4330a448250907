// SPDX-License-Identifier: Apache-2.0
//
// What the forums keep about whoever has a login: the roles they were given.

#pragma once

#include "web/kept_data.hpp"

namespace sala::forum {

std::vector<web::KeptData> kept_by_forums();

}  // namespace sala::forum
