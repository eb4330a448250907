// SPDX-License-Identifier: Apache-2.0
//
// A yes or a no as people write it into a sheet and programs into a form. Consent hangs on it, so
// what is neither is nothing, and never a yes.

#pragma once

#include <optional>
#include <string_view>

namespace sala::script {

// "Yes", "y", "true", "1", "on", "✓", ใช่, ยินยอม, ต้องการ: true; "no", "false", "0", "off", "-",
// ไม่, ไม่ใช่, ไม่ยินยอม: false; anything else, and nothing at all: nothing.
std::optional<bool> yes_or_no(std::string_view words);

}  // namespace sala::script
