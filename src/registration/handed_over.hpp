// SPDX-License-Identifier: Apache-2.0
//
// The role for a delegation that the visitor laid down themselves, and nobody else's.

#pragma once

#include "forum/forum_store.hpp"
#include "forum/grant.hpp"
#include "web/desk.hpp"

namespace sala::registration {

// {forum}, for who handed a role over there: the last one. A draft is there for them as well, since
// they worked in it; for everybody else this is missing.
struct HandedOver {
    forum::Forum forum;
    std::string key;  // of the delegation
    Text delegation;
    Instant at;
};
Result<HandedOver> load(web::Desk& desk, web::Of<HandedOver>);

}  // namespace sala::registration
