// SPDX-License-Identifier: Apache-2.0

#include "registration/last_day.hpp"

namespace sala::registration {

Allowed may_still_come(const web::Desk& desk, const Delegation& delegation)
{
    const auto rules = rules_at(desk.session(), delegation.forum.id);
    if (side_of(delegation) == Side::secretariat ||
        !rules.closed(desk.now(), delegation.forum.zone))
        return allowed();
    return conflict("registration-closed",
                    "Registration is closed, so nobody new is taken. Write to the secretariat: it "
                    "can still register somebody for you.");
}

}  // namespace sala::registration
