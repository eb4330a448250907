// SPDX-License-Identifier: Apache-2.0
//
// An organisation at a forum as its page shows it: what it belongs to, who comes, what it hosts.

#pragma once

#include "programme/who_comes.hpp"
#include "programme/who_speaks.hpp"

namespace sala::programme {

struct OrganisationShown {
    std::string key;
    std::string kind;
    Text name;
    Text abbreviation;
    Text aliases;
    Text note;
    std::string parent;
    Text parent_name;
    std::string city;
    Text city_name;
    std::vector<std::pair<std::string, Text>> parts;  // offices of it: key and name
    std::vector<DelegationShown> delegations;
    std::vector<PostShown> posts;
    std::vector<Hosting> hosting;
};

// `row` is of who.organisations().
OrganisationShown organisation_of(const WhoComes& who, const forum::Listed::Row& row);

Json to_json(const forum::Forum& forum, const OrganisationShown& one,
             const std::vector<Programme::Found>& speeches);

}  // namespace sala::programme
