// SPDX-License-Identifier: Apache-2.0
//
// Who comes from a city or an organisation: its delegations with their members, its posts with
// those who hold them, and what it hosts.

#pragma once

#include "base/json.hpp"
#include "directory/person_card.view.hpp"
#include "forum/forum.hpp"
#include "forum/listed.hpp"

#include <optional>

namespace sala::programme {

struct Member {
    std::string key;   // of the person
    std::string role;  // "head", "adviser" ...
    directory::PersonCard person;
};

struct DelegationShown {
    std::string key;
    Text name;
    std::optional<std::int64_t> size;
    Text source;
    Text note;
    std::vector<Member> members;
};

struct Holder {
    std::string person;
    directory::PersonCard card;
    std::string since;  // as in the sheets
    std::string until;
};

struct PostShown {
    std::string key;
    Text title;
    Text note;
    std::vector<Holder> holders;  // empty: the forum names nobody
};

struct Hosting {
    std::string role;  // "host", "co-host", "as-host"
    Text edition;
    Text statement;
    Text source;
    std::vector<std::string> people;  // whose names the statement may hold
};

// The sheets behind it: one statement each.
class WhoComes {
public:
    WhoComes(store::Session& session, const forum::Forum& forum);

    const forum::Listed& cities() const { return cities_; }
    const forum::Listed& countries() const { return countries_; }
    const forum::Listed& organisations() const { return organisations_; }

    // `column` is "city" or "organisation", `key` the one that is asked for.
    std::vector<DelegationShown> delegations(std::string_view column, const std::string& key) const;
    std::vector<PostShown> posts(std::string_view column, const std::string& key) const;
    std::vector<Hosting> hosting(std::string_view column, const std::string& key) const;

private:
    directory::PersonCard card(const std::string& person, const Text& post) const;

    std::string forum_;  // "/phnom-penh-2022"
    forum::Listed cities_, countries_, organisations_, delegations_, delegates_, persons_, posts_,
        holders_, hosts_, editions_, sources_;
};

Json delegations_json(const std::vector<DelegationShown>& delegations);
Json posts_json(const std::vector<PostShown>& posts);
Json hosting_json(const std::vector<Hosting>& hosting);

}  // namespace sala::programme
