// SPDX-License-Identifier: Apache-2.0

#include "registration/registered_login.hpp"

#include "web/login_store.hpp"

namespace sala::registration {

std::optional<Id<web::Login>> registered_login(store::Session& session, std::int64_t forum,
                                               const std::string& address, Instant now,
                                               Numbering& numbering)
{
    const auto row = session.find<std::string>(
        "SELECT name_en FROM registration_person WHERE forum = :forum AND LOWER(email) = :address "
        "AND email <> '' ORDER BY registration LIMIT 1",
        forum, address);
    if (!row)
        return std::nullopt;
    return web::login_at(session, address, std::get<0>(*row), now, numbering);
}

}  // namespace sala::registration
