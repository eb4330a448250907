// SPDX-License-Identifier: Apache-2.0
//
// Every verb of the program. The list is written by cmake/verbs.cmake from the names of the files.

#pragma once

#include "web/verb.hpp"

#include <vector>

namespace sala::app {

std::vector<web::NamedVerb> all_verbs();

}  // namespace sala::app
