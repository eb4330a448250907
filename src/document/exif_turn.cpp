// SPDX-License-Identifier: Apache-2.0

#include "document/exif_turn.hpp"

#include <cstddef>
#include <cstdint>

namespace sala::document {

namespace {

// Numbers of a part of a file, in either byte order; 0 behind its end.
struct Part {
    std::string_view bytes;
    bool little = false;

    std::uint32_t byte(std::size_t at) const
    {
        return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
    }
    std::uint32_t two(std::size_t at) const
    {
        return little ? byte(at) | byte(at + 1) << 8 : byte(at) << 8 | byte(at + 1);
    }
    std::uint32_t four(std::size_t at) const
    {
        return little ? two(at) | two(at + 2) << 16 : two(at) << 16 | two(at + 2);
    }
};

// The first directory of a TIFF (EXIF 2.3, 4.6): entries of twelve bytes.
int turn_in_tiff(std::string_view tiff)
{
    const Part part{tiff, tiff.starts_with("II")};
    if (part.two(2) != 42)
        return 1;
    const std::size_t begin = part.four(4);
    const auto entries = part.two(begin);
    for (std::size_t i = 0; i < entries; ++i) {
        const auto entry = begin + 2 + 12 * i;
        if (entry + 12 > tiff.size())
            return 1;
        if (part.two(entry) == 0x0112) {
            const auto turn = part.two(entry + 8);
            return turn >= 1 && turn <= 8 ? static_cast<int>(turn) : 1;
        }
    }
    return 1;
}

}  // namespace

int exif_turn(std::string_view jpeg)
{
    const Part file{jpeg, false};
    // Segments: FF, a mark, the length with its own two bytes. The picture begins at FF DA.
    for (std::size_t at = 2; at + 4 <= jpeg.size() && file.byte(at) == 0xFF;) {
        const auto mark = file.byte(at + 1);
        const std::size_t length = file.two(at + 2);
        if (mark == 0xDA || length < 2 || at + 2 + length > jpeg.size())
            return 1;
        const auto segment = jpeg.substr(at + 4, length - 2);
        constexpr std::string_view name("Exif\0\0", 6);
        if (mark == 0xE1 && segment.starts_with(name))
            return turn_in_tiff(segment.substr(name.size()));
        at += 2 + length;
    }
    return 1;
}

}  // namespace sala::document
