// SPDX-License-Identifier: Apache-2.0
//
// Smaller pages for those who understand gzip.

#pragma once

#include <string>
#include <string_view>

namespace sala::web {

std::string gzip(std::string_view bytes, int level = 5);

// By the request's Accept-Encoding. RFC 9110, 12.5.3: "gzip;q=0" is a no.
bool accepts_gzip(std::string_view accept_encoding);

// Whether compressing this Content-Type is worth it: text in any form, no pictures or archives.
bool is_textual(std::string_view type);

}  // namespace sala::web
