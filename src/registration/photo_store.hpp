// SPDX-License-Identifier: Apache-2.0
//
// Photos of those who are registered, each with the agreement of its person; and what a forum signs
// its tokens with.

#pragma once

#include "registration/registration.hpp"
#include "store/session.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sala::registration {

// Made with the first photo or badge; empty while there is none.
std::string signing_key(store::Session& session, std::int64_t forum);
std::string made_signing_key(store::Session& session, std::int64_t forum, Instant now);

struct Photo {
    std::int64_t forum = 0;
    Id<Photo> id;
    Id<Registration> registration;
    std::string jpeg;  // of document::portrait_of()
    Id<web::Login> by;
    Instant at;
};
// Takes the place of an earlier one.
void insert(store::Session& session, const Photo& photo);
void forget_photo(store::Session& session, std::int64_t forum, Id<Registration> id);

// Its address: whoever knows it sees the photo, until another takes its place. Cookies play no
// part.
using PhotoAddresses = std::map<Id<Registration>, std::string>;
PhotoAddresses photo_addresses(store::Session& session, std::int64_t forum,
                               const std::vector<Id<Registration>>& people);
// Nothing for an address that nobody was given.
std::optional<std::string> photo_at(store::Session& session, const std::string& token);
// The photos themselves, for printing. One statement.
std::map<Id<Registration>, std::string> photos_of(store::Session& session, std::int64_t forum,
                                                  const std::vector<Id<Registration>>& people);

}  // namespace sala::registration
