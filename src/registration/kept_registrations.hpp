// SPDX-License-Identifier: Apache-2.0
//
// What registration keeps about people, why and how long: the copy for whoever is registered, their
// erasure, and what is forgotten some time after the forum.

#pragma once

#include "registration/registration.hpp"
#include "web/kept_data.hpp"

#include <vector>

namespace sala::registration {

std::vector<web::KeptData> kept_by_registration();

// A SELECT of the forums whose last day was more than so many days ago, in brackets. Those without
// days are not over.
std::string forums_over_since(Instant now, int days);

// Somebody registered is taken out, with all that the secretariat took for the same person: what is
// personal of them, the photo, and their badges end. The acts stay, and so does their place in
// them.
void erase_registered(store::Session& session, std::int64_t forum, Id<Registration> id,
                      Id<web::Login> by, Instant now);

}  // namespace sala::registration
