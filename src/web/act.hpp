// SPDX-License-Identifier: Apache-2.0
//
// What somebody did and got: a row that is written once. The acts of a server are a chain.
//
// Each act's hash is over its fields and the hash of the act before. An act that is changed, taken
// out or put in past Sala no longer fits. Words that the law may want erased, the address and from
// where it came, enter the hash by a salted digest, so they can go and the chain still holds.

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "store/session.hpp"
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

void insert(store::Session& session, const Act& act);

// The newest act and its hash: whoever has noted them finds out later whether anything before was
// changed, even by somebody who wrote the whole chain anew.
struct ChainEnd {
    std::int64_t number = 0;
    std::string hash;
};
ChainEnd chain_end(store::Session& session);

// A sentence for every act that does not fit (a store::Check).
void check_chain(store::Session& session, std::vector<std::string>& wrong);
// Whether the act of that number still has that hash.
bool chain_holds(store::Session& session, const ChainEnd& noted);

// From where somebody's acts came is erased; that they were done stays.
void erase_peers_of(store::Session& session, Id<Login> login);
// From where all acts before `before` came; how many.
std::int64_t erase_peers(store::Session& session, Instant before);

}  // namespace sala::web
