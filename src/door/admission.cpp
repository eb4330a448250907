// SPDX-License-Identifier: Apache-2.0

#include "door/admission.hpp"

#include <algorithm>

namespace sala::door {

Instant seen_at(std::optional<std::int64_t> milliseconds, Instant now)
{
    if (!milliseconds)
        return now;
    return std::clamp(Instant{*milliseconds}, now - admission_age_max, now);
}

Allowed may_enter(const Bearer& bearer, const std::string& zone)
{
    if (bearer.badge_ended == BadgeEnd::revoked)
        return conflict("badge-revoked",
                        "The badge of this person was revoked. Please ask them to the desk.");
    if (bearer.badge_ended == BadgeEnd::replaced)
        return conflict("badge-replaced",
                        "This badge was replaced by a newer one. Please ask its bearer to the "
                        "desk.");
    if (!bearer.approved)
        return conflict("not-approved",
                        "This person is not approved any more. Please ask them to the desk.");
    if (!zone.empty() &&
        std::find(bearer.zones.begin(), bearer.zones.end(), zone) == bearer.zones.end())
        return conflict("not-in-this-zone", "This badge does not open {zone}.", {{"zone", zone}});
    return allowed();
}

}  // namespace sala::door
