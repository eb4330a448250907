// SPDX-License-Identifier: Apache-2.0
//
// Somebody registered is taken out: by the secretariat, or with the login of whoever claimed to be
// them. A secretary types one address for a mayor and two aides; so an address alone takes nobody
// along.

#pragma once

#include "registration/registration.hpp"
#include "web/kept_data.hpp"

#include <vector>

namespace sala::registration {

// A registration in the store: forum and number.
using AtForum = std::pair<std::int64_t, Id<Registration>>;

// What this login has claimed, with what the secretariat took for the same person, unless another
// login has claimed that.
std::vector<AtForum> claimed_by(store::Session& session, Id<web::Login> login);
// What carries the address of this login and is not among those.
std::vector<AtForum> only_addressed(store::Session& session, Id<web::Login> login);
// Both, by name, for the page that asks before anything is erased.
std::vector<web::Concerned> concerned_by(store::Session& session, Id<web::Login> login);

// Somebody registered is taken out, with all that the secretariat took for the same person: what is
// personal of them, the photo, their name in what others wrote; their badges end. The acts stay,
// and so does their place in them.
void erase_registered(store::Session& session, std::int64_t forum, Id<Registration> id,
                      Id<web::Login> by, Instant now);
// What the login has claimed goes. Of others with its address that address alone goes.
void erase_registered_by(store::Session& session, Id<web::Login> login, Instant now);

}  // namespace sala::registration
