// SPDX-License-Identifier: Apache-2.0
//
// Is this text UTF-8? Everything that people hand in is asked this first.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sala::document {

// The offset of the first byte that is not UTF-8 (RFC 3629: no surrogates, no overlong forms).
std::optional<std::size_t> first_byte_not_utf8(std::string_view bytes);

// How many bytes the character at `offset` takes, 1 to 4; 1 where there is no character.
std::size_t character_size(std::string_view bytes, std::size_t offset);

void append_utf8(std::string& text, char32_t character);

// The same text with every byte that is not UTF-8 replaced by U+FFFD.
std::string mended_utf8(std::string_view bytes);

}  // namespace sala::document
