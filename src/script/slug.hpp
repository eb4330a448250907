// SPDX-License-Identifier: Apache-2.0
//
// Keys: the short readable names in addresses and spreadsheets, such as "phnom-penh-2022".

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sala::script {

inline constexpr std::size_t key_size_max = 64;  // bytes

// Small Latin letters, digits and hyphens; no hyphen at either end; 1 to 64 characters.
bool is_key(std::string_view text);

// "5th ASEAN Mayors Forum 2019" -> "5th-asean-mayors-forum-2019", "Hà Nội" -> "ha-noi". Empty when
// the title has no Latin letter or digit: the caller then asks for a key.
std::string key_from(std::string_view title);

}  // namespace sala::script
