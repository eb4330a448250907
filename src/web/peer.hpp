// SPDX-License-Identifier: Apache-2.0
//
// Who is at the other end of a connection: what the kernel says, or, where that is a proxy on this
// machine, whom the proxy says it speaks for.

#pragma once

#include "web/http.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sala::web {

// The last address of X-Forwarded-For when `connected` is this machine: the proxy wrote it itself,
// and what stands before it anybody may have. From anywhere else no header changes anything.
std::string peer_of(const std::vector<Header>& headers, const std::string& connected);

// Everybody behind a proxy that says nobody's address, or nobody.
bool is_this_machine(std::string_view peer);

// What is counted as one: an IPv4 address, and of IPv6 the 64 bits that one subscriber has.
std::string network_of(std::string_view peer);

}  // namespace sala::web
