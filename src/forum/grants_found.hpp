// SPDX-License-Identifier: Apache-2.0
//
// The roles of a forum as the secretariat looks through them: a page of them, found by words.

#pragma once

#include "forum/grant_store.hpp"

namespace sala::forum {

// Those with these words in the name, the address or the delegation; all without words. Those that
// stand come first, each newest first.
struct GrantFilter {
    std::string words;
    std::size_t from = 0;
    std::size_t at_most = 100;
};
struct GrantsFound {
    std::vector<KeptGrant> page;
    std::int64_t all = 0;  // that fit, on whatever page
};
GrantsFound grants_found(store::Session& session, std::int64_t forum, const GrantFilter& filter);

}  // namespace sala::forum
