// SPDX-License-Identifier: Apache-2.0
//
// A person at a forum as their page shows them: the posts they hold and the delegations they are
// in.

#pragma once

#include "programme/who_speaks.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::programme {

struct PostHeld {
    std::string key;
    Text title;
    std::string since;  // as in the sheets
    std::string until;
    Text note;
    std::string city;
    Text city_name;
    std::string country_code;
    Text country;
};

struct Membership {
    std::string key;
    Text name;
    std::string role;
    std::string city;
    std::string organisation;
    Text note;
};

struct PersonShown {
    std::string key;
    Text honorific;
    Text name;
    Text note;
    std::vector<PostHeld> posts;
    std::vector<Membership> memberships;
};

// Nothing when the forum knows nobody of this key. A fixed number of statements.
std::optional<PersonShown> person_at(store::Session& session, std::int64_t forum,
                                     const std::string& key);

Json to_json(const forum::Forum& forum, const PersonShown& person,
             const std::vector<Programme::Found>& speeches);

}  // namespace sala::programme
