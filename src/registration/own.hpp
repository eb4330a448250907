// SPDX-License-Identifier: Apache-2.0
//
// The place of somebody who is registered: what they may see and do there.

#pragma once

#include "forum/forum_store.hpp"
#include "registration/claim.hpp"

#include <string>
#include <vector>

namespace sala::registration {

// {forum}, for who only is registered there. A draft is there for those alone who have claimed
// somebody of it, or could; for everybody else it is missing, like any draft.
struct OwnPlace {
    forum::Forum forum;
};
Result<OwnPlace> load(web::Desk& desk, web::Of<OwnPlace>);

inline std::string own_address(const forum::Forum& forum) { return forum.address() + "/mine"; }

// Whether this browser came in with something that shows whose the address is. The link that the
// server itself prints shows nothing of it. Refuses address-not-shown.
Allowed address_is_shown(const web::Desk& desk);

// A letter of the forum that reached this person, without its link.
struct OwnLetter {
    std::string subject;
    std::string body;
    Instant at;
};
// Newest first; those to the address of the login, and those about the registration.
std::vector<OwnLetter> own_letters(store::Session& session, std::int64_t forum,
                                   Id<web::Login> login, Id<Registration> id);
// When the badge that opens doors was printed; nothing while there is none.
std::optional<Instant> badge_printed_at(store::Session& session, std::int64_t forum,
                                        Id<Registration> id);

}  // namespace sala::registration
