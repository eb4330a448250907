// SPDX-License-Identifier: Apache-2.0
//
// Where phones in the hall reach this machine.

#include "app/serve_command.hpp"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>

namespace sala::app {

std::vector<std::string> network_addresses()
{
    std::vector<std::string> addresses;
    ifaddrs* all = nullptr;
    if (getifaddrs(&all) != 0)
        return addresses;
    for (const auto* one = all; one; one = one->ifa_next) {
        if (!one->ifa_addr || one->ifa_addr->sa_family != AF_INET ||
            (one->ifa_flags & IFF_LOOPBACK))
            continue;
        char words[INET_ADDRSTRLEN] = {};
        const auto* in = reinterpret_cast<const sockaddr_in*>(one->ifa_addr);
        if (inet_ntop(AF_INET, &in->sin_addr, words, sizeof words))
            addresses.emplace_back(words);
    }
    freeifaddrs(all);
    return addresses;
}

}  // namespace sala::app
