// SPDX-License-Identifier: Apache-2.0
//
// What somebody did and got: a row that is written once. The acts of a server are a chain.
//
// Each act's hash is over its fields and the hash of the act before. An act that is changed, taken
// out or put in past Sala no longer fits. Words that the law may want erased, the address and from
// where it came, enter the hash by a salted digest, so they can go and the chain still holds. What
// an act did stands in other tables, which are sealed with it (store/seal.hpp).

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "store/seal.hpp"
#include "web/permission.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::web {

struct Act {
    Id<Act> id;
    std::string verb;      // "release_programme"
    std::string address;   // where it was sent, without what must not be known
    Id<Login> login;       // empty: nobody was signed in
    std::string for_whom;  // "delegation/12"; empty: for themselves
    std::string peer;      // the other end of the connection
    Instant at;
};

// With the words of the steps that were written before it in the same change, such as approve.
void insert(store::Session& session, const Act& act);

// A sentence for every act that does not fit (a store::Check).
void check_chain(store::Session& session, std::vector<std::string>& wrong);
// Whether the seal of that number, or the act of before there were seals, still has that hash.
bool chain_holds(store::Session& session, const store::SealEnd& noted);

// From where somebody's acts came is erased; that they were done stays.
void erase_peers_of(store::Session& session, Id<Login> login);
// From where all acts before `before` came; how many.
std::int64_t erase_peers(store::Session& session, Instant before);

}  // namespace sala::web
