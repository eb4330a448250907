// SPDX-License-Identifier: Apache-2.0
//
// Bytes as letters (RFC 4648), for columns of text.

#pragma once

#include <string>
#include <string_view>

namespace sala::web {

std::string to_base64(std::string_view bytes);
// Empty for what is none.
std::string from_base64(std::string_view letters);

}  // namespace sala::web
