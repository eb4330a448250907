// SPDX-License-Identifier: Apache-2.0
//
// What somebody who is registered takes along of what is kept about them: everything, in the words
// of the forum, so that it can be read without Sala.

#pragma once

#include "base/json.hpp"
#include "web/kept_data.hpp"

namespace sala::registration {

// Of whatever the login has claimed. Of others with its address only that they carry it: they may
// be somebody else.
Json registrations_copy(store::Session& session, Id<web::Login> login);
Json visas_copy(store::Session& session, Id<web::Login> login);
Json stays_copy(store::Session& session, Id<web::Login> login);
Json invitations_copy(store::Session& session, Id<web::Login> login);

}  // namespace sala::registration
