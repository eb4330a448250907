// SPDX-License-Identifier: Apache-2.0
//
// Who takes part in a forum: its delegations and cities, country by country.

#pragma once

#include "base/json.hpp"
#include "base/text.hpp"
#include "forum/forum.hpp"
#include "store/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::forum {

struct Participant {
    std::string key;
    Text name;
    struct {
        Text honorific;
        Text name;
    } head;               // who leads the delegation; empty when nobody is named
    std::string address;  // of the page of its city or organisation; may be empty
    std::optional<std::int64_t> size;
    bool sends_delegation = false;  // otherwise a city that the forum only mentions
    Text note;
};

struct CountryGroup {
    std::string code;
    Text name;  // empty: no country
    Text note;
    std::vector<Participant> participants;
};

// By country, then by name, both in the order of `language`; what belongs to no country comes last.
// A fixed number of statements.
std::vector<CountryGroup> participants_by_country(store::Session& session, const Forum& forum,
                                                  const Language& language);

Json to_json(const std::vector<CountryGroup>& all);

}  // namespace sala::forum
