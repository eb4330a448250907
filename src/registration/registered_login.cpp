// SPDX-License-Identifier: Apache-2.0

#include "registration/registered_login.hpp"

#include "registration/claim.hpp"
#include "web/login_store.hpp"

namespace sala::registration {

std::optional<Id<web::Login>> registered_login(store::Session& session, std::int64_t forum,
                                               const std::string& address, Instant now,
                                               Numbering& numbering)
{
    const auto name = called_at(session, forum, address);
    if (!name)
        return std::nullopt;
    return web::login_at(session, address, *name, now, numbering);
}

}  // namespace sala::registration
