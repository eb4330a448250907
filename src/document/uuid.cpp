// SPDX-License-Identifier: Apache-2.0

#include "document/uuid.hpp"

#include "base/result.hpp"

#include <array>
#include <cassert>
#include <openssl/evp.h>

namespace sala::document {

static int digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const auto lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool is_uuid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen ? text[i] != '-' : digit_of(text[i]) < 0)
            return false;
    }
    return true;
}

static std::string bytes_of(std::string_view uuid)
{
    std::string bytes;
    int high = -1;
    for (const char c : uuid) {
        const auto digit = digit_of(c);
        if (digit < 0)
            continue;
        if (high >= 0)
            bytes += static_cast<char>(high * 16 + digit);
        high = high >= 0 ? -1 : digit;
    }
    return bytes;
}

std::string uuid5(std::string_view namespace_uuid, std::string_view name)
{
    assert(is_uuid(namespace_uuid));
    const auto named = bytes_of(namespace_uuid).append(name);
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    if (EVP_Digest(named.data(), named.size(), hash.data(), nullptr, EVP_sha1(), nullptr) != 1)
        throw Fault("SHA-1 is not available");
    hash[6] = static_cast<unsigned char>((hash[6] & 0x0F) | 0x50);
    hash[8] = static_cast<unsigned char>((hash[8] & 0x3F) | 0x80);

    std::string text;
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += "0123456789abcdef"[hash[i] >> 4];
        text += "0123456789abcdef"[hash[i] & 15];
    }
    return text;
}

}  // namespace sala::document
