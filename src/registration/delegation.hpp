// SPDX-License-Identifier: Apache-2.0
//
// A delegation as the place where its focal point works: reached by whoever speaks for it and by
// the secretariat, which then acts on its behalf. For everybody else it is missing.

#pragma once

#include "forum/forum_store.hpp"
#include "forum/grant_store.hpp"

#include <vector>

namespace sala::registration {

using DelegationId = Id<forum::Delegation>;

struct Delegation {
    forum::Forum forum;
    DelegationId id;
    std::string key;
    Text name;
    bool on_behalf = false;  // the visitor is of the secretariat and not its focal point

    std::string address() const { return forum.address() + "/delegations/" + key; }
};

// {delegation}, within those the visitor may work for. Says for whom the visitor acts.
Result<Delegation> load(web::Desk& desk, web::Of<Delegation>);

// In the order of the sheet, which is that of precedence.
std::vector<forum::Part> delegations_at(store::Session& session, std::int64_t forum);
// By number, or by key; nothing when it is not among them.
const forum::Part* part_of(const std::vector<forum::Part>& parts, std::int64_t number);
const forum::Part* part_keyed(const std::vector<forum::Part>& parts, std::string_view key);
// Its name, or its key where it has none, or a word for one that was taken off the sheet.
std::string part_words(const web::Reader& reader, const std::vector<forum::Part>& parts,
                       std::int64_t number);

// The eaves where a focal point works, or the secretariat in its place.
web::Frame delegation_frame(const web::Desk& desk, const Delegation& delegation);

}  // namespace sala::registration
