// SPDX-License-Identifier: Apache-2.0

#include "web/base64.hpp"

#include <openssl/evp.h>
#include <sodium.h>

namespace sala::web {

std::string to_base64(std::string_view bytes)
{
    std::string letters(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL),
                        '\0');
    sodium_bin2base64(letters.data(), letters.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    letters.pop_back();  // the end of a C string
    return letters;
}

std::string from_base64(std::string_view letters)
{
    if (letters.empty() || letters.size() % 4 != 0)
        return {};
    std::string bytes(letters.size() / 4 * 3, '\0');
    // Not in constant time, and ten times as quick for it: these are no secrets.
    const auto size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                      reinterpret_cast<const unsigned char*>(letters.data()),
                                      static_cast<int>(letters.size()));
    if (size < 0)
        return {};
    for (const auto end : {letters.size() - 1, letters.size() - 2})
        if (letters[end] == '=')
            bytes.pop_back();
    return bytes;
}

std::string to_base64url(std::string_view bytes)
{
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string letters(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(letters.data(), letters.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
    letters.pop_back();  // the end of a C string
    return letters;
}

std::optional<std::string> from_base64url(std::string_view letters)
{
    std::string bytes(letters.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                          letters.data(), letters.size(), nullptr, &size, nullptr,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

}  // namespace sala::web
