// SPDX-License-Identifier: Apache-2.0
//
// The login of somebody who is registered and asks for a link to their own place: it is made when
// they have none, by the name that stands in the registration.

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "store/session.hpp"
#include "web/permission.hpp"

#include <optional>
#include <string>

namespace sala::registration {

// Nothing when nobody is registered at this forum with that address, in small letters.
std::optional<Id<web::Login>> registered_login(store::Session& session, std::int64_t forum,
                                               const std::string& address, Instant now,
                                               Numbering& numbering);

}  // namespace sala::registration
