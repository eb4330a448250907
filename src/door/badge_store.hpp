// SPDX-License-Identifier: Apache-2.0
//
// Badges in the store: printed, ended, and how each category's look.

#pragma once

#include "door/badge.hpp"
#include "store/session.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sala::door {

void insert(store::Session& session, const Print& print);
void insert(store::Session& session, const Badge& badge);
void insert(store::Session& session, const BadgeEnd& end);

// A badge as pages show it.
struct HeldBadge {
    Badge badge;
    Instant printed_at;
    std::optional<BadgeEnd::Why> ended;
    Instant ended_at;
};
// The newest of each of these people, also when it was printed for a registration that was merged
// into theirs; ended as revoked where that is still so of the person (registration/revocation.hpp).
// Five statements at most.
std::map<Id<Registration>, HeldBadge> newest_badges(store::Session& session, std::int64_t forum,
                                                    const std::vector<Id<Registration>>& people);
// Every badge of the forum, oldest first. One statement.
std::vector<HeldBadge> badges_at(store::Session& session, std::int64_t forum);
// Those of one print, in its order.
std::vector<HeldBadge> badges_of(store::Session& session, std::int64_t forum, Id<Print> print);
// Those that still open doors for these people, under whichever of the registrations that were
// merged they were printed. Two statements.
std::vector<HeldBadge> standing_badges(store::Session& session, std::int64_t forum,
                                       const std::vector<Id<Registration>>& people);
std::optional<HeldBadge> badge_numbered(store::Session& session, std::int64_t forum,
                                        Id<Badge> badge);
// Missing when the forum has none of this number.
Result<HeldBadge> badge_at(store::Session& session, std::int64_t forum, const std::string& number);
Result<Print> print_at(store::Session& session, std::int64_t forum, const std::string& number);
// Newest first, with how many badges each has; of those of one badge, which is printed again from
// its bearer's line, the newest twenty.
struct CountedPrint {
    Print print;
    std::int64_t badges = 0;
};
std::vector<CountedPrint> prints_at(store::Session& session, std::int64_t forum);
// Approved, without a badge that stands, and those whose badge was revoked, who are in neither.
struct BadgeNumbers {
    std::int64_t approved = 0;
    std::int64_t without = 0;
    std::int64_t revoked = 0;
};
BadgeNumbers badge_numbers(store::Session& session, std::int64_t forum);
// Whether the newest badge of somebody was revoked, so that no name opens a door for them.
bool is_revoked(const HeldBadge& newest);
// Approved and without a badge that stands, none of them revoked, by precedence left aside.
std::vector<Id<Registration>> without_badge(store::Session& session, std::int64_t forum,
                                            std::size_t at_most);

Designs designs_at(store::Session& session, std::int64_t forum);
struct DesignRow;
void keep_design(store::Session& session, std::int64_t forum, Id<DesignRow> id,
                 const Design& design, Id<web::Login> by, Instant now);

}  // namespace sala::door
