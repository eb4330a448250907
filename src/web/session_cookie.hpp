// SPDX-License-Identifier: Apache-2.0
//
// The cookies: who is signed in, which language was chosen, and where one wanted to go when one was
// asked to sign in.

#pragma once

#include "web/http.hpp"

#include <string>
#include <string_view>

namespace sala::web {

// __Host-: only over TLS or loopback, only for this host, only for the whole site (RFC 6265bis).
constexpr std::string_view session_cookie = "__Host-sala";
constexpr std::string_view language_cookie = "language";
constexpr std::string_view next_cookie = "next";

std::string cookie_of(const Request& request, std::string_view name);
std::string set_session(const std::string& token);
std::string end_session_cookie();
std::string set_language(const std::string& tag);

// The address one wanted is kept as long as a sign-in link lives, and sent to /login alone.
std::string set_next(const std::string& path);
std::string end_next();
std::string next_of(const Request& request);  // empty when there is none

// Compares secrets in constant time; two empty ones are not equal.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace sala::web
