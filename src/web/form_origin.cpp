// SPDX-License-Identifier: Apache-2.0

#include "web/form_origin.hpp"

#include <algorithm>

namespace sala::web {

// "forum.example" of "https://forum.example:443/": without scheme, path and the usual port, in
// small letters. The scheme is left out because a proxy may speak TLS for us.
static std::string authority_of(std::string_view address)
{
    if (const auto scheme = address.find("://"); scheme != std::string_view::npos)
        address.remove_prefix(scheme + 3);
    std::string authority(address.substr(0, address.find('/')));
    std::transform(authority.begin(), authority.end(), authority.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (const std::string_view usual : {":443", ":80"})
        if (authority.ends_with(usual))
            authority.resize(authority.size() - usual.size());
    return authority;
}

bool comes_from_elsewhere(const Request& request, std::string_view own, bool address_is_secret)
{
    const auto site = request.header("Sec-Fetch-Site");
    if (site == "cross-site" || site == "same-site")
        return true;
    // A browser that says so has compared; a proxy may have written another Host.
    if (site == "same-origin")
        return false;
    const auto origin = request.header("Origin");
    if (origin.empty())
        return false;
    if (origin == "null")
        return !address_is_secret;
    const auto from = authority_of(origin);
    return from != authority_of(request.header("Host")) &&
           (own.empty() || from != authority_of(own));
}

bool comes_from_here(const Request& request, std::string_view own)
{
    const auto site = request.header("Sec-Fetch-Site");
    const auto origin = request.header("Origin");
    const bool said = site.empty() ? !origin.empty() && origin != "null" : site == "same-origin";
    return said && !comes_from_elsewhere(request, own, false);
}

}  // namespace sala::web
