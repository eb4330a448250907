// SPDX-License-Identifier: Apache-2.0
//
// A form that another site sends in somebody's name is turned away, also where nobody is signed in
// yet: whoever signs somebody in as somebody else reads what they type from then on.

#pragma once

#include "web/http.hpp"

#include <string_view>

namespace sala::web {

// By what the browser says of itself (Fetch: Sec-Fetch-Site; RFC 6454: Origin). A program that says
// neither is no browser and carries nobody's cookies. `own`: --public-url. An Origin of "null" is
// what a browser says on a page without referrers; those of ours have a secret in their address.
bool comes_from_elsewhere(const Request& request, std::string_view own, bool address_is_secret);

// Whether the browser itself says that one of our pages sent it; a program says nothing.
bool comes_from_here(const Request& request, std::string_view own);

}  // namespace sala::web
