// SPDX-License-Identifier: Apache-2.0
//
// What a delegation needs and what it offers: rows of two sheets that have the same columns, so
// that one can answer the other.

#pragma once

#include "base/text.hpp"
#include "store/session.hpp"

#include <string>
#include <vector>

namespace sala::bilateral {

struct Topic {
    std::int64_t number = 0;
    std::string key;
    std::int64_t position = 0;  // as the forum numbers it
    Text title;
};
// In the order of the forum. One statement.
std::vector<Topic> topics_at(store::Session& session, std::int64_t forum);
const Topic* find(const std::vector<Topic>& topics, std::int64_t number);

// What a city did, in a few words.
struct Practice {
    std::string key;
    std::int64_t delegation = 0;
    std::string date;
    std::string address;
    Text title;
    Text text;
    Text source;
    Text note;
};
// What a source says, as a need or an offer points to it.
struct Said {
    std::string key;
    Text question;
    Text value;
    Text source;
    std::string address;
};

struct Want {
    std::string key;
    std::int64_t delegation = 0;
    std::int64_t topic = 0;
    int priority = 3;  // 1 is the most urgent need, the strongest offer
    bool flexible = false;
    Text text;
    Text note;
    std::vector<Practice> practices;  // those it points to
    std::vector<Said> claims;         // those it points to, and those about it
};

struct Wants {
    std::vector<Want> needs;
    std::vector<Want> offers;
};
// Of all delegations, as entered. One statement.
std::vector<Practice> practices_at(store::Session& session, std::int64_t forum);
// By priority, then as entered. Four statements, whatever their number.
Wants wants_at(store::Session& session, std::int64_t forum);
// Those of one delegation.
Wants of(const Wants& all, std::int64_t delegation);

}  // namespace sala::bilateral
