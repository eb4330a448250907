// SPDX-License-Identifier: Apache-2.0
//
// Words inside addresses and urlencoded forms (RFC 3986, 2.1): "a b" is a%20b there.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sala::web {

// A form has no more fields. Reading stops one after, so that whoever reads notices.
inline constexpr std::size_t pairs_max = 1'000;

// Percent-decoding of a query or an urlencoded body; '+' is a space.
std::vector<std::pair<std::string, std::string>> read_pairs(std::string_view encoded);
std::string percent_decoded(std::string_view encoded, bool plus_is_space);
std::string percent_encoded(std::string_view words);

// Whether a path leads to this server, whatever a browser makes of it.
bool leads_here(std::string_view path);

}  // namespace sala::web
