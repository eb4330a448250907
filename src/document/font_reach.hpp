// SPDX-License-Identifier: Apache-2.0
//
// Which letters can be printed here: a name in a script that no font of this machine has would
// vanish from a badge in silence.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sala::document {

// The scripts of those letters that no font on this machine has, each once, by their codes of ISO
// 15924: "Khmr", "Hani". Empty when everything can be printed.
std::vector<std::string> scripts_without_font(std::string_view words);

}  // namespace sala::document
