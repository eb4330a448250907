// SPDX-License-Identifier: Apache-2.0

#include "document/utf8.hpp"

namespace sala::document {

// 0 when there is no whole character here.
static std::size_t whole_character(std::string_view bytes, std::size_t offset)
{
    auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[offset + i]); };
    const auto left = bytes.size() - offset;
    const auto first = at(0);
    if (first < 0x80)
        return 1;
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || left < size)
        return 0;
    for (std::size_t i = 1; i < size; ++i)
        if ((at(i) & 0xC0) != 0x80)
            return 0;
    const auto second = at(1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool surrogate = first == 0xED && second > 0x9F;
    const bool too_high = first == 0xF4 && second > 0x8F;
    return overlong || surrogate || too_high ? 0 : size;
}

std::optional<std::size_t> first_byte_not_utf8(std::string_view bytes)
{
    for (std::size_t offset = 0; offset < bytes.size();) {
        const auto size = whole_character(bytes, offset);
        if (size == 0)
            return offset;
        offset += size;
    }
    return std::nullopt;
}

std::size_t character_size(std::string_view bytes, std::size_t offset)
{
    const auto size = offset < bytes.size() ? whole_character(bytes, offset) : 1;
    return size == 0 ? 1 : size;
}

void append_utf8(std::string& text, char32_t character)
{
    auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
        character = 0xFFFD;
    if (character < 0x80) {
        add(character);
    } else if (character < 0x800) {
        add(0xC0 | (character >> 6));
        add(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        add(0xE0 | (character >> 12));
        add(0x80 | ((character >> 6) & 0x3F));
        add(0x80 | (character & 0x3F));
    } else {
        add(0xF0 | (character >> 18));
        add(0x80 | ((character >> 12) & 0x3F));
        add(0x80 | ((character >> 6) & 0x3F));
        add(0x80 | (character & 0x3F));
    }
}

std::string mended_utf8(std::string_view bytes)
{
    std::string mended;
    mended.reserve(bytes.size());
    for (std::size_t offset = 0; offset < bytes.size();) {
        const auto size = whole_character(bytes, offset);
        if (size == 0)
            append_utf8(mended, 0xFFFD);
        else
            mended += bytes.substr(offset, size);
        offset += size == 0 ? 1 : size;
    }
    return mended;
}

}  // namespace sala::document
