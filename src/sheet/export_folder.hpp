// SPDX-License-Identifier: Apache-2.0
//
// A folder that a forum is to be written into may hold another forum already.

#pragma once

#include <optional>
#include <string>

namespace sala::sheet {

// Nothing when a forum with this key may be written into the folder: none is there, or an earlier
// export of its own. Otherwise why not: the sheets of another forum would go away unseen.
std::optional<std::string> why_not_into(const std::string& path, const std::string& key);

}  // namespace sala::sheet
