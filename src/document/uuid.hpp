// SPDX-License-Identifier: Apache-2.0
//
// Names that stay the same wherever and whenever they are made: a calendar entry that is imported
// twice is recognised, because its UID follows from the forum and the entry's key.

#pragma once

#include <string>
#include <string_view>

namespace sala::document {

// RFC 4122, appendix C: for names that are addresses.
inline constexpr std::string_view uuid_namespace_url = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

// Eight, four, four, four and twelve hexadecimal digits of either case.
bool is_uuid(std::string_view text);

// RFC 4122, section 4.3, version 5 (SHA-1), in lower case. `namespace_uuid` must be a UUID.
std::string uuid5(std::string_view namespace_uuid, std::string_view name);

}  // namespace sala::document
