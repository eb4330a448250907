// SPDX-License-Identifier: Apache-2.0
//
// Everything that a forum's first page shows: its meetings under one roof, its topics and
// questions, who hosts and who takes part, its days, and where sources disagree.

#pragma once

#include "forum/claims.hpp"
#include "forum/forum.hpp"
#include "forum/listed.hpp"
#include "programme/programme_store.hpp"
#include "web/desk.hpp"

namespace sala::programme {

struct EditionShown {
    std::string key;
    Text abbreviation;  // of the body
    Text name;
    Text theme;
    Text objective;
    Text note;
};

struct HostName {
    Text name;
    std::string address;  // of the page of the city or organisation
    std::string country_code;
    Text country;
};

// Who hosts, as one source puts it: the same role, words and note for one or several hosts.
struct HostsShown {
    std::string role;
    Text statement;
    Text source;
    Text note;
    std::vector<HostName> hosts;
};

struct ForumHome {
    const forum::Forum& forum;
    std::vector<EditionShown> editions;
    std::vector<HostsShown> hosts;
    forum::Listed topics, questions, categories, texts, sources, reports;
    std::vector<forum::Question> claims;
    std::vector<std::string> languages;
    std::vector<std::string> people;  // whole_names_of()
    std::shared_ptr<const Programme> programme;
    std::optional<Release> release;
};

// A fixed number of statements.
ForumHome load_forum_home(const web::Desk& desk, const forum::Forum& forum);

// schema.org Event with its meetings and, when they are not too many, its sittings. A time that no
// source gives is left out: the day alone stands there.
Json forum_event(const web::Desk& desk, const ForumHome& home);

// The same for programs.
Json to_json(const ForumHome& home);

}  // namespace sala::programme
