// SPDX-License-Identifier: Apache-2.0
//
// "127.0.0.1:8080" taken apart, and the addresses under which people reach the server.

#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace sala::app {

struct Listening {
    std::string host;
    std::uint16_t port = 0;
};
Result<Listening> read_listen(const std::string& words);

// This machine's addresses on the network, for phones in the hall.
std::vector<std::string> network_addresses();

}  // namespace sala::app
