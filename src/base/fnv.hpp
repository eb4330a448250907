// SPDX-License-Identifier: Apache-2.0
//
// FNV-1a in 64 bits (Fowler, Noll, Vo): tells two states apart, the same on every machine. It
// protects nothing, because anybody can make two that are alike.

#pragma once

#include <cstdint>
#include <string_view>

namespace sala {

inline constexpr std::uint64_t fnv_begin = 14695981039346656037ULL;

// The mark of what came before and these bytes.
constexpr std::uint64_t fnv(std::string_view bytes, std::uint64_t mark = fnv_begin)
{
    for (const char c : bytes)
        mark = (mark ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return mark;
}

}  // namespace sala
