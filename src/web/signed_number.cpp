// SPDX-License-Identifier: Apache-2.0

#include "web/signed_number.hpp"

#include "base/result.hpp"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace sala::web {

namespace {

// RFC 4648 without the letters that are taken for digits, as Crockford has it.
constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t number_letters = 13;  // 65 bits
constexpr std::size_t proof_letters = 16;   // 80 bits

std::string of_number(std::uint64_t number)
{
    std::string words(number_letters, '0');
    for (auto place = words.rbegin(); place != words.rend(); ++place, number >>= 5U)
        *place = letters[number & 31U];
    return words;
}

std::string proof_of(std::string_view key, std::string_view purpose, std::int64_t number)
{
    std::array<unsigned char, crypto_generichash_KEYBYTES_MAX> short_key{};
    crypto_generichash(short_key.data(), short_key.size(),
                       reinterpret_cast<const unsigned char*>(key.data()), key.size(), nullptr, 0);
    const auto signed_words = std::string(purpose) + ":" + std::to_string(number);
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(signed_words.data()),
                       signed_words.size(), short_key.data(), short_key.size());
    // Five bits a letter: 80 bits are the first ten bytes.
    std::string words;
    unsigned bits = 0;
    unsigned held = 0;
    for (std::size_t i = 0; words.size() < proof_letters; ++i) {
        bits = bits << 8U | hash.at(i);
        for (held += 8; held >= 5 && words.size() < proof_letters; held -= 5)
            words += letters[bits >> (held - 5) & 31U];
        bits &= (1U << held) - 1;
    }
    return words;
}

std::string typed(std::string_view words)
{
    std::string plain;
    for (const char c : words)
        if (c >= 'a' && c <= 'z')
            plain += static_cast<char>(c - 'a' + 'A');
        else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
            plain += c;
    return plain;
}

}  // namespace

std::string signed_number(std::string_view key, std::string_view purpose, std::int64_t number)
{
    if (key.empty())
        throw Fault("Nothing is signed without a key.");
    return of_number(static_cast<std::uint64_t>(number)) + proof_of(key, purpose, number);
}

std::optional<std::int64_t> number_signed(std::string_view words)
{
    const auto plain = typed(words);
    if (plain.size() != number_letters + proof_letters)
        return std::nullopt;
    std::uint64_t number = 0;
    for (const char c : plain.substr(0, number_letters)) {
        const auto value = letters.find(c);
        if (value == std::string_view::npos || number >> 58U != 0)
            return std::nullopt;
        number = number << 5U | value;
    }
    return static_cast<std::int64_t>(number);
}

std::optional<std::int64_t> read_signed_number(std::string_view key, std::string_view purpose,
                                               std::string_view words)
{
    const auto number = number_signed(words);
    if (!number || key.empty())
        return std::nullopt;
    const auto proof = typed(words).substr(number_letters);
    const auto right = proof_of(key, purpose, *number);
    return sodium_memcmp(proof.data(), right.data(), proof_letters) == 0 ? number : std::nullopt;
}

std::string sha256_hex(std::string_view words)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(words.data()),
                       words.size());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const auto byte : hash) {
        hex += digits[byte >> 4U];
        hex += digits[byte & 15U];
    }
    return hex;
}

}  // namespace sala::web
