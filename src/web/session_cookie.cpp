// SPDX-License-Identifier: Apache-2.0

#include "web/session_cookie.hpp"

#include "web/percent.hpp"

#include <sodium.h>

namespace sala::web {

std::string cookie_of(const Request& request, std::string_view name)
{
    auto cookies = request.header("Cookie");
    while (!cookies.empty()) {
        const auto end = cookies.find(';');
        auto one = cookies.substr(0, end);
        cookies.remove_prefix(end == std::string_view::npos ? cookies.size() : end + 1);
        while (one.starts_with(' '))
            one.remove_prefix(1);
        if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=')
            return std::string(one.substr(name.size() + 1));
    }
    return {};
}

std::string set_session(const std::string& token)
{
    return std::string(session_cookie) + "=" + token +
           "; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=1209600";
}

std::string end_session_cookie()
{
    return std::string(session_cookie) + "=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0";
}

std::string set_language(const std::string& tag)
{
    return std::string(language_cookie) + "=" + tag + "; Path=/; SameSite=Lax; Max-Age=31536000";
}

std::string set_next(const std::string& path)
{
    return std::string(next_cookie) + "=" + percent_encoded(path) +
           "; Path=/login; HttpOnly; SameSite=Lax; Max-Age=900";
}

std::string end_next()
{
    return std::string(next_cookie) + "=; Path=/login; HttpOnly; SameSite=Lax; Max-Age=0";
}

std::string next_of(const Request& request)
{
    return percent_decoded(cookie_of(request, next_cookie), false);
}

bool same_secret(std::string_view a, std::string_view b)
{
    return !a.empty() && a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace sala::web
