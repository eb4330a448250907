// SPDX-License-Identifier: Apache-2.0
//
// A QR code (ISO/IEC 18004): words in, rows of dark and light squares out.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sala::document {

struct QrCode {
    int size = 0;            // squares a side, without the quiet margin of four around it
    std::vector<bool> dark;  // row by row

    bool at(int x, int y) const
    {
        return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) +
                    static_cast<std::size_t>(x)];
    }
};

// Survives that a sixth of it is hidden (level M). Throws Fault for more than 1,000 bytes.
QrCode qr_code(std::string_view words);

// As a picture for a page, in the colour of its text, quiet margin included. `name` is what it
// says to those who do not see it; it is not escaped twice: hand in plain words.
std::string qr_svg(const QrCode& code, std::string_view name);

// For a terminal, two rows of squares a line.
std::string qr_lines(const QrCode& code);

}  // namespace sala::document
