// SPDX-License-Identifier: Apache-2.0
//
// Somebody was let in at a door. What a door saw while it had no network is kept as it happened,
// and what is odd about it is worked out afterwards: nobody is sent out again by a late message.

#pragma once

#include "door/badge.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::door {

struct Admission {
    std::int64_t forum = 0;
    Id<Admission> id;
    std::string scan;  // made by the device, so that what is sent twice is one
    Id<Registration> registration;
    Id<Badge> badge;  // empty: let in by name
    Id<VehiclePass> vehicle;
    std::string door;
    Instant at;       // when the door saw it
    Instant kept_at;  // when it was sent
    Id<web::Login> by;
};
struct AdmissionUndo {
    std::int64_t forum = 0;
    Id<Admission> admission;
    Id<web::Login> by;
    Instant at;
};

// How long before it is sent something may have been seen; a device's clock may be wrong.
inline constexpr std::chrono::hours admission_age_max{24 * 7};
// Never later than now, never older than a week.
Instant seen_at(std::optional<std::int64_t> milliseconds, Instant now);

// What somebody looks like to a door that asks before it opens.
struct Bearer {
    bool approved = false;
    std::optional<BadgeEnd::Why> badge_ended = {};  // by name: revoked, when their newest one was
    std::vector<std::string> zones = {};
};
// Refuses: not-approved; badge-revoked; badge-replaced; not-in-this-zone. `zone` is that of the
// door; empty: everybody with a badge.
Allowed may_enter(const Bearer& bearer, const std::string& zone);

}  // namespace sala::door
