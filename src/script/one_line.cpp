// SPDX-License-Identifier: Apache-2.0

#include "script/one_line.hpp"

#include <algorithm>

namespace sala::script {

namespace {

// How many bytes at the front are one sign that ends a line or can be seen by nobody: ASCII's
// controls, C1 (U+0080 to U+009F), U+2028 and U+2029. 0 when it is none.
std::size_t control_at(std::string_view text)
{
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    constexpr unsigned delete_sign = 0x7F;
    if (byte(0) < ' ' || byte(0) == delete_sign)
        return 1;
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0)
        return 2;
    if (byte(0) == 0xE2 && byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9))
        return 3;
    return 0;
}

}  // namespace

std::string one_line(std::string_view text)
{
    std::string line;
    while (!text.empty()) {
        const auto control = control_at(text);
        if (control == 0 && text.front() != ' ')
            line += text.front();
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
        text.remove_prefix(std::max<std::size_t>(control, 1));
    }
    if (line.ends_with(' '))
        line.pop_back();
    return line;
}

}  // namespace sala::script
