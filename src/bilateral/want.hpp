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

struct Want {
    std::string key;
    std::int64_t delegation = 0;
    std::int64_t topic = 0;
    int priority = 3;  // 1 is the most urgent need, the strongest offer
    bool flexible = false;
    Text text;
    Text note;
    int claims = 0;  // of a source, about it
};

struct Wants {
    std::vector<Want> needs;
    std::vector<Want> offers;
};
// By priority, then as entered. Two statements, whatever their number.
Wants wants_at(store::Session& session, std::int64_t forum);
// Those of one delegation.
Wants of(const Wants& all, std::int64_t delegation);

}  // namespace sala::bilateral
