// SPDX-License-Identifier: Apache-2.0
//
// Everything that speaks for two delegations to meet, as the store has it: what they need and
// offer, the rivers they share, where they met before and what they promised each other there.

#pragma once

#include "bilateral/party.hpp"
#include "bilateral/want.hpp"

#include <map>
#include <vector>

namespace sala::bilateral {

// What both heads confirmed at an earlier forum.
struct Confirmed {
    Text forum;
    Text words;
};

// What two promised each other, by name, and is open.
struct Promised {
    Text occasion;
    Text words;
    std::string date;
};

// What is looked at, read once for all pairs, which are low and high.
struct Matching {
    std::vector<Known> all;
    std::map<std::int64_t, Wants> wants;                                // by delegation
    std::map<std::pair<std::int64_t, std::int64_t>, Text> met;          // low, high: at which forum
    std::map<std::pair<std::int64_t, std::int64_t>, Confirmed> agreed;  // the newest
    std::map<std::pair<std::int64_t, std::int64_t>, Text> rivers;
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<Promised>> open;
};
// A fixed number of statements, whatever the number of delegations.
Matching matching_at(store::Session& session, std::int64_t forum);

}  // namespace sala::bilateral
