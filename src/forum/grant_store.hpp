// SPDX-License-Identifier: Apache-2.0
//
// Roles in the store: who holds which, who held which, and what they open at an address.

#pragma once

#include "base/text.hpp"
#include "forum/grant.hpp"
#include "web/desk.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::forum {

void insert(store::Session& session, const Grant& grant);
void insert(store::Session& session, const Withdrawal& withdrawal);

// What a role is for: a delegation, body or category of the forum.
struct Part {
    std::int64_t number = 0;
    std::string key;
    Text name;
};

// A grant with the names it shows. The names are empty where they were erased.
struct KeptGrant {
    Id<Grant> id;
    Id<web::Login> to;
    std::string name;
    std::string address;
    std::string role;
    std::optional<Part> delegation;
    std::optional<Part> body;
    std::optional<Part> category;
    std::string by;  // empty: the server itself
    Instant at;
    std::string withdrawn_by;
    Instant withdrawn_at;  // empty while it stands

    bool stands() const { return !withdrawn_at; }
};

// Newest first, those that were taken away too.
std::vector<KeptGrant> grants_of(store::Session& session, std::int64_t forum);
// Missing when the forum has none of this number.
Result<KeptGrant> grant_at(store::Session& session, std::int64_t forum, const std::string& number);
// Whether the same stands already.
bool stands_already(store::Session& session, const Grant::Given& given);

// What a role may be limited to at the forum, in the order of its sheets.
struct Parts {
    std::vector<Part> delegations;
    std::vector<Part> bodies;
    std::vector<Part> categories;
};
Parts parts_of(store::Session& session, std::int64_t forum);

// The roles `login` holds at the {forum} of an address: what the doors of web ask. A role for a
// delegation or category that is no longer there opens nothing.
std::vector<web::Held> roles_at(store::Session& session, Id<web::Login> login,
                                const web::Parameters& parameters);

// The delegations the visitor speaks for as focal point or delegate, by their roles.
std::vector<Id<Delegation>> delegations_of(const web::Desk& desk);

// Forums at which `login` is of the secretariat, so that it finds its drafts.
std::vector<std::int64_t> forums_prepared_by(store::Session& session, Id<web::Login> login);

}  // namespace sala::forum
