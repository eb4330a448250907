// SPDX-License-Identifier: Apache-2.0
//
// A delegation as one side of bilateral meetings: reached by those who belong to it and by the
// secretariat, which then acts on its behalf. For everybody else it is missing.

#pragma once

#include "forum/insiders.hpp"
#include "registration/delegation.hpp"

#include <vector>

namespace sala::bilateral {

using DelegationId = registration::DelegationId;

// A delegation as everybody at the forum knows it.
struct Known {
    std::int64_t number = 0;
    std::string key;
    Text name;  // its own, else that of its city or organisation
    std::int64_t country = 0;
    std::string country_code;
    bool is_city = false;

    // Its name, or its key where it has none.
    std::string words(const web::Reader& reader) const;
};

// In the order of the sheet, which is that of precedence. One statement.
std::vector<Known> known_at(store::Session& session, std::int64_t forum);
const Known* find(const std::vector<Known>& all, std::int64_t number);
const Known* find(const std::vector<Known>& all, std::string_view key);
// Words for one that may have been taken off the sheet.
std::string words_of(const web::Reader& reader, const std::vector<Known>& all, std::int64_t number);
// Of several, a comma between, or what is said to be `between` them.
std::string words_of(const web::Reader& reader, const std::vector<Known>& all,
                     const std::vector<std::int64_t>& numbers, std::string_view between = ", ");

struct Party {
    forum::Forum forum;
    std::vector<Known> all;  // every delegation of the forum, this one too
    Known self;
    // The visitor is of the secretariat and has no such role of its own, or waits to be let in.
    bool on_behalf = false;
    bool waits_to_be_let_in = false;  // a focal point who does not share what is kept to itself
    forum::Insiders insiders = {};

    DelegationId id() const { return DelegationId{self.number}; }
    std::string home() const { return forum.address() + "/delegations/" + self.key; }
    std::string address() const { return home() + "/bilaterals"; }
};

// {delegation}, within those the visitor may reach by what the verb asks for. Says for whom the
// visitor acts.
Result<Party> load(web::Desk& desk, web::Of<Party>);

// The delegations that have, or once had, somebody who speaks for them by themselves: what such a
// delegation said, a “no” too, is its own and stays when that person goes. One statement.
std::vector<std::int64_t> speaking_for_themselves(store::Session& session, std::int64_t forum);

// The eaves where a delegation works on its meetings; `current` is a word of the menu.
web::Frame party_frame(const web::Desk& desk, const Party& party, std::string_view current);

}  // namespace sala::bilateral
