// SPDX-License-Identifier: Apache-2.0

#include "web/passkey_place.hpp"

#include <algorithm>

namespace sala::web {

static bool is_port_of_localhost(std::string_view origin)
{
    constexpr std::string_view localhost = "http://localhost";
    if (!origin.starts_with(localhost))
        return false;
    origin.remove_prefix(localhost.size());
    return origin.empty() || (origin.front() == ':' && origin.size() > 1 &&
                              origin.find_first_not_of("0123456789", 1) == std::string_view::npos);
}

std::optional<PasskeyPlace> passkey_place(std::string_view public_url)
{
    if (public_url.empty())
        return PasskeyPlace{"localhost", ""};
    std::string url(public_url);
    std::transform(url.begin(), url.end(), url.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto scheme = url.find("://");
    if (scheme == std::string::npos)
        return std::nullopt;
    auto origin = url.substr(0, url.find('/', scheme + 3));
    const auto host_at = scheme + 3;
    const auto domain = origin.substr(host_at, origin.find(':', host_at) - host_at);
    const bool tls = origin.starts_with("https://");
    const bool is_number = domain.find_first_not_of("0123456789.") == std::string::npos;
    if (domain.empty() || is_number || domain.front() == '[' || (!tls && domain != "localhost"))
        return std::nullopt;
    // RFC 6454: an origin does not name the port that its scheme has anyway.
    const std::string usual = tls ? ":443" : ":80";
    if (origin.ends_with(usual))
        origin.resize(origin.size() - usual.size());
    return PasskeyPlace{domain, origin};
}

bool is_of(const PasskeyPlace& place, std::string_view origin)
{
    return place.origin.empty() ? is_port_of_localhost(origin) : origin == place.origin;
}

}  // namespace sala::web
