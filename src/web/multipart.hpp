// SPDX-License-Identifier: Apache-2.0
//
// Forms with files, as browsers send them (RFC 7578).

#pragma once

#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::web {

struct Part {
    std::string name;
    std::optional<std::string> file_name;  // present when the field is a file, even an empty one
    std::string type;
    std::string_view body;  // into the body that was read
};

// At most 1,000 parts, 8 KiB of headers a part. Anything out of shape is a Refusal, never a crash.
Result<std::vector<Part>> read_multipart(std::string_view content_type, std::string_view body);

}  // namespace sala::web
