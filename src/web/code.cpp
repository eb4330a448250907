// SPDX-License-Identifier: Apache-2.0

#include "web/code.hpp"

#include "base/result.hpp"
#include "web/percent.hpp"
#include "web/session_cookie.hpp"

#include <liboath/oath.h>
#include <sodium.h>

#include <cstdlib>

namespace sala::web {

namespace {

constexpr unsigned digits = 6;
constexpr std::int64_t step_seconds = 30;

// RFC 4648, in small letters where people read it.
constexpr std::string_view base32_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

std::string random_base32(std::size_t letters)
{
    if (sodium_init() < 0)
        throw Fault("the source of randomness is not available");
    std::string words;
    for (std::size_t i = 0; i < letters; ++i)
        words.push_back(base32_letters[randombytes_uniform(32)]);
    return words;
}

std::string code_of_step(const std::string& key, std::int64_t step)
{
    char* bytes = nullptr;
    std::size_t size = 0;
    if (oath_base32_decode(key.data(), key.size(), &bytes, &size) != OATH_OK)
        throw Fault("a key of codes cannot be read");
    char code[digits + 1] = {};
    const auto made =
        oath_totp_generate(bytes, size, step * step_seconds, step_seconds, 0, digits, code);
    sodium_memzero(bytes, size);
    std::free(bytes);
    if (made != OATH_OK)
        throw Fault("a code cannot be made of its key");
    return code;
}

}  // namespace

constexpr std::size_t key_letters = 32;

std::string code_key() { return random_base32(key_letters); }

bool is_code_key(std::string_view words)
{
    return words.size() == key_letters &&
           words.find_first_not_of(base32_letters) == std::string_view::npos;
}

std::string code_address(const std::string& key, const std::string& house, const std::string& who)
{
    return "otpauth://totp/" + percent_encoded(house) + ":" + percent_encoded(who) +
           "?secret=" + key + "&issuer=" + percent_encoded(house);
}

std::string in_groups(std::string_view words)
{
    std::string grouped;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            grouped.push_back(' ');
        grouped.push_back(words[i]);
    }
    return grouped;
}

std::string code_at(const std::string& key, Instant at)
{
    return code_of_step(key, at.milliseconds() / 1000 / step_seconds);
}

std::optional<std::int64_t> step_of_code(const std::string& key, std::string_view code, Instant now,
                                         std::int64_t after)
{
    const auto current = now.milliseconds() / 1000 / step_seconds;
    std::optional<std::int64_t> found;
    for (auto step = current - 1; step <= current + 1; ++step)
        if (same_secret(code_of_step(key, step), code) && step > after)
            found = step;
    return found;
}

std::vector<std::string> recovery_codes()
{
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < recovery_code_count; ++i) {
        std::string code;
        for (int group = 0; group < 4; ++group)
            code += (group > 0 ? "-" : "") + random_base32(4);
        for (auto& c : code)
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        codes.push_back(std::move(code));
    }
    return codes;
}

std::string plain_code(std::string_view typed)
{
    std::string plain;
    for (const char c : typed)
        if (c != ' ' && c != '-')
            plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    return plain;
}

}  // namespace sala::web
