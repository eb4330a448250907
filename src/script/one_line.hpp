// SPDX-License-Identifier: Apache-2.0
//
// What fits on one line, whatever was pasted into it.

#pragma once

#include <string>
#include <string_view>

namespace sala::script {

// Line ends, tabs and other control characters are a space, and several spaces are one; none at
// either end. No-break spaces stay. Of UTF-8.
std::string one_line(std::string_view text);

}  // namespace sala::script
