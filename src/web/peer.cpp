// SPDX-License-Identifier: Apache-2.0

#include "web/peer.hpp"

#include <boost/beast/core/string.hpp>

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <optional>

namespace sala::web {

namespace {

using Bytes = std::array<unsigned char, 16>;

std::optional<Bytes> ipv6(const std::string& words)
{
    Bytes bytes{};
    if (inet_pton(AF_INET6, words.c_str(), bytes.data()) != 1)
        return std::nullopt;
    return bytes;
}

bool is_ipv4(const std::string& words)
{
    in_addr ignored{};
    return inet_pton(AF_INET, words.c_str(), &ignored) == 1;
}

std::string written(const Bytes& bytes)
{
    char words[INET6_ADDRSTRLEN] = {};
    inet_ntop(AF_INET6, bytes.data(), words, sizeof words);
    return words;
}

// "203.0.113.5", "203.0.113.5:4711", "2001:db8::1" and "[2001:db8::1]:4711"; nothing of what is no
// address.
std::string plain_peer(std::string_view words)
{
    const auto begin = words.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    std::string one(words.substr(begin, words.find_last_not_of(" \t") - begin + 1));
    if (one.starts_with('[') && one.find(']') != std::string::npos)
        one = one.substr(1, one.find(']') - 1);
    else if (one.find('.') != std::string::npos && one.find(':') == one.rfind(':'))
        one = one.substr(0, one.find(':'));
    if (const auto bytes = ipv6(one))
        return written(*bytes);
    return is_ipv4(one) ? one : std::string{};
}

}  // namespace

std::string peer_of(const std::vector<Header>& headers, const std::string& connected)
{
    if (!is_this_machine(connected))
        return connected;
    std::string_view last;
    for (const auto& [name, value] : headers)
        if (boost::beast::iequals(name, "X-Forwarded-For"))
            last = value;
    const auto comma = last.rfind(',');
    const auto peer = plain_peer(comma == std::string_view::npos ? last : last.substr(comma + 1));
    return peer.empty() ? connected : peer;
}

bool is_this_machine(std::string_view peer)
{
    return peer.empty() || peer == "::1" || peer.starts_with("127.") ||
           peer.starts_with("::ffff:127.");
}

std::string network_of(std::string_view peer)
{
    std::string words(peer);
    constexpr std::string_view mapped = "::ffff:";
    if (words.starts_with(mapped) && is_ipv4(words.substr(mapped.size())))
        return words.substr(mapped.size());
    auto bytes = ipv6(words);
    if (!bytes)
        return words;
    std::fill(bytes->begin() + 8, bytes->end(), static_cast<unsigned char>(0));
    return written(*bytes);
}

}  // namespace sala::web
