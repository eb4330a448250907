// SPDX-License-Identifier: Apache-2.0
//
// Looks at words of the command line before anything is done. Each answers what is wrong with the
// words and what would be right, or nothing.

#pragma once

#include <string>

namespace sala::app {

// An address that people type.
std::string wrong_public_address(const std::string& words);
// The number and the hash that an earlier check printed.
std::string wrong_noted_acts(const std::string& words);

}  // namespace sala::app
