// SPDX-License-Identifier: Apache-2.0
//
// A whole number that somebody wrote into an address.

#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sala {

// Nothing for what is no number from its first character to its last, is below zero, or is more
// than 63 bits hold.
inline std::optional<std::int64_t> whole_number(std::string_view words)
{
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(words.data(), words.data() + words.size(), number);
    const bool whole = failed == std::errc{} && end == words.data() + words.size() && number >= 0;
    return whole ? std::optional(number) : std::nullopt;
}

}  // namespace sala
