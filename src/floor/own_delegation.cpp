// SPDX-License-Identifier: Apache-2.0

#include "floor/own_delegation.hpp"

#include "forum/grant_store.hpp"

namespace sala::floor {

Result<const DelegationName*> own_delegation(web::Desk& desk, const Hall& hall)
{
    const auto no = missing("no-such-delegation",
                            "There is no such delegation here, or you do not speak for it.");
    const auto own = forum::delegations_of(desk);
    const auto asked = desk.query("delegation");
    if (asked.empty() && own.empty())
        return missing("choose-delegation", "Name the delegation: ?delegation=KEY.");
    const auto* found =
        asked.empty() ? hall.names.delegation(own.front().number()) : hall.names.delegation(asked);
    if (!found || !desk.may(desk.permission(), {{"delegation", found->id}}))
        return no;
    desk.acts_for("delegation/" + std::to_string(found->id));
    return found;
}

}  // namespace sala::floor
