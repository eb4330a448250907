// SPDX-License-Identifier: Apache-2.0
//
// What all modules keep about people, in the order of the page that says so.

#pragma once

#include "web/kept_data.hpp"

namespace sala::app {

// A module that keeps something about people adds its own list here.
const std::vector<web::KeptData>& all_kept_data();

}  // namespace sala::app
