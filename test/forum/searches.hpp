// SPDX-License-Identifier: Apache-2.0
//
// What a search answers, as a list of addresses.

#pragma once

#include "forum/search_index.hpp"
#include "rich_world.hpp"

#include <algorithm>

namespace sala::forum {

inline std::vector<std::string> found(Stage& stage, std::string_view query, bool drafts = false)
{
    std::vector<std::string> addresses;
    stage.store().read([&](store::Session& session) {
        addresses.clear();
        for (const auto& hit : search(session, query, {}, drafts))
            addresses.push_back(hit.address);
    });
    return addresses;
}

inline bool finds(Stage& stage, std::string_view query, const std::string& address)
{
    const auto all = found(stage, query);
    return std::find(all.begin(), all.end(), address) != all.end();
}

}  // namespace sala::forum
