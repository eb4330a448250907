// SPDX-License-Identifier: Apache-2.0
//
// A migration file, taken apart: what this engine must do, one statement after the other.
//
//   -- only sqlite          (or: -- only postgresql)
//   CREATE VIRTUAL TABLE ...
//   -- end
// Lines between these two marks are for one engine; everything else is for both.

#pragma once

#include "store/connection.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sala::store {

// Throws StoreFault when a block has no end, or its engine is unknown. Lines keep their numbers.
std::string for_engine(std::string_view script, Engine engine);

// The statements, without their semicolons. A semicolon inside quotes, a comment, a $$ body or the
// BEGIN ... END of a trigger ends nothing.
std::vector<std::string> statements_of(std::string_view script);

}  // namespace sala::store
