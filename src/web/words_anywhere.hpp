// SPDX-License-Identifier: Apache-2.0
//
// What somebody typed into the search of a list, for LIKE: words anywhere, never a pattern.

#pragma once

#include <string>
#include <string_view>

namespace sala::web {

// With ESCAPE '!'. Small letters, as LOWER() makes them of Latin ones.
inline std::string words_anywhere(std::string_view words)
{
    std::string pattern = "%";
    for (const char c : words) {
        if (c == '%' || c == '_' || c == '!')
            pattern += '!';
        pattern += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return pattern + "%";
}

}  // namespace sala::web
