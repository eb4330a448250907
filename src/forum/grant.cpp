// SPDX-License-Identifier: Apache-2.0

#include "forum/grant.hpp"

#include <algorithm>

namespace sala::forum {

Result<Grant> Grant::granted(Id<Grant> id, Given given)
{
    const auto* role = role_named(given.role);
    if (!role)
        return invalid("role", "no-such-role", "“{value}” is not one of the choices.",
                       {{"value", given.role}});
    for (const auto& needed : role->needs)
        if (given.limits.find(needed) == given.limits.end())
            return invalid(needed, "role-needs-delegation",
                           "This role speaks for a delegation. Please choose which.");
    for (const auto& [limit, number] : given.limits)
        if (std::find(role->accepts.begin(), role->accepts.end(), limit) == role->accepts.end())
            return invalid(limit, "role-not-so-limited",
                           "This role is not given for such a part. Leave this empty, or choose "
                           "another role.");
    return Grant{id, std::move(given)};
}

std::optional<std::int64_t> Grant::limit(std::string_view what) const
{
    const auto found = given_.limits.find(what);
    return found == given_.limits.end() ? std::nullopt : std::optional(found->second);
}

Allowed may_withdraw(Id<web::Login> holder, Id<web::Login> by)
{
    if (holder == by)
        return forbidden(
            "own-role",
            "This is your own role. Somebody else of the secretariat can take it away.");
    return allowed();
}

}  // namespace sala::forum
