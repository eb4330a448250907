// SPDX-License-Identifier: Apache-2.0

#include "app/well_formed.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace sala::app {

namespace {

constexpr std::string_view digits = "0123456789";
// 32 bytes in base64url without padding (web::token_hash).
constexpr std::size_t hash_letters = 43;
constexpr std::size_t number_digits_max = 18;

// A hash as a page of acts says it, or with the number of the seal before it as a check says it. Of
// no acts there is no hash.
bool is_end_of_acts(std::string_view words)
{
    const auto colon = words.find(':');
    const auto number = colon == words.npos ? std::string_view{} : words.substr(0, colon);
    if (number.size() > number_digits_max || number.find_first_not_of(digits) != number.npos ||
        (colon != words.npos && number.empty()))
        return false;
    const auto hash = colon == words.npos ? words : words.substr(colon + 1);
    const bool letters = std::all_of(hash.begin(), hash.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
               digits.find(c) != digits.npos;
    });
    return letters && hash.size() == (number == "0" ? 0 : hash_letters);
}

// http or https, a host, perhaps a port, and nothing behind them, because every page stands at the
// root.
bool is_public_address(const std::string& words)
{
    std::string_view host = words;
    if (!host.starts_with("https://") && !host.starts_with("http://"))
        return false;
    host.remove_prefix(host.find("://") + 3);
    if (host.ends_with('/'))
        host.remove_suffix(1);
    return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) ||
               std::string_view(".-:[]").find(c) != std::string_view::npos;
    });
}

}  // namespace

std::string wrong_public_address(const std::string& words)
{
    if (words.empty() || is_public_address(words))
        return {};
    return "“" + words +
           "” is not an address people can type. Write one such as https://forum.example.org, with "
           "nothing behind the host.";
}

std::string wrong_noted_acts(const std::string& words)
{
    if (words.empty() || is_end_of_acts(words))
        return {};
    return "“" + words +
           "” is not what a check prints. Give the whole hash, or the number, a colon and the "
           "whole hash.";
}

}  // namespace sala::app
