// SPDX-License-Identifier: Apache-2.0
//
// A number with a short signature, in letters that a QR code holds densely and people can type:
// whoever has not the key cannot make one. It says nothing but the number.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sala::web {

// 29 letters and digits: 13 for the number, 16 for 80 bits of a keyed hash (BLAKE2b) over `purpose`
// and the number. A signature for one purpose is none for another.
std::string signed_number(std::string_view key, std::string_view purpose, std::int64_t number);
// Compared in constant time. Small letters and what stands around it are forgiven.
std::optional<std::int64_t> read_signed_number(std::string_view key, std::string_view purpose,
                                               std::string_view words);
// The number alone, unproved: to find the key by which it is proved.
std::optional<std::int64_t> number_signed(std::string_view words);

// SHA-256 as hex, as browsers compute it, too.
std::string sha256_hex(std::string_view words);

}  // namespace sala::web
