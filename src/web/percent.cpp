// SPDX-License-Identifier: Apache-2.0

#include "web/percent.hpp"

#include <algorithm>

namespace sala::web {

namespace {

int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

}  // namespace

std::string percent_decoded(std::string_view encoded, bool plus_is_space)
{
    std::string out;
    out.reserve(encoded.size());
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        const char c = encoded[i];
        if (c == '%' && i + 2 < encoded.size() && hex_digit(encoded[i + 1]) >= 0 &&
            hex_digit(encoded[i + 2]) >= 0) {
            out.push_back(
                static_cast<char>(hex_digit(encoded[i + 1]) * 16 + hex_digit(encoded[i + 2])));
            i += 2;
        } else {
            out.push_back(c == '+' && plus_is_space ? ' ' : c);
        }
    }
    return out;
}

std::string percent_encoded(std::string_view words)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : words) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~';
        if (plain) {
            out.push_back(c);
        } else {
            out.push_back('%');
            out.push_back(hex[static_cast<unsigned char>(c) >> 4]);
            out.push_back(hex[static_cast<unsigned char>(c) & 15]);
        }
    }
    return out;
}

bool leads_here(std::string_view path)
{
    // Browsers take control characters out, so that "/<tab>/example.org" would lead elsewhere.
    const bool plain = std::none_of(path.begin(), path.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\';
    });
    return plain && path.starts_with('/') && !path.starts_with("//");
}

std::vector<std::pair<std::string, std::string>> read_pairs(std::string_view encoded)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    while (!encoded.empty() && pairs.size() <= pairs_max) {
        const auto end = encoded.find('&');
        const auto pair = encoded.substr(0, end);
        encoded.remove_prefix(end == std::string_view::npos ? encoded.size() : end + 1);
        if (pair.empty())
            continue;
        const auto equals = pair.find('=');
        const auto value =
            equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
        pairs.emplace_back(percent_decoded(pair.substr(0, equals), true),
                           percent_decoded(value, true));
    }
    return pairs;
}

}  // namespace sala::web
