// SPDX-License-Identifier: Apache-2.0
//
// Bytes as letters (RFC 4648), for columns of text and for what browsers send.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sala::web {

std::string to_base64(std::string_view bytes);
// Empty for what is none.
std::string from_base64(std::string_view letters);

// The letters that may stand in an address (section 5), without what fills the end up.
std::string to_base64url(std::string_view bytes);
// Nothing for what is none; in constant time, because it may be a secret.
std::optional<std::string> from_base64url(std::string_view letters);

}  // namespace sala::web
