// SPDX-License-Identifier: Apache-2.0

#include "registration/revocation.hpp"

#include "registration/likeness_store.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace sala::registration {

namespace {

struct Printed {
    std::int64_t badge = 0;
    std::int64_t print = 0;
    Id<Registration> registration;
    Instant at;
    std::optional<Instant> revoked;
};

// By person, each with all their badges, oldest first: whoever was revoked at any time, and whoever
// was put together with somebody.
std::map<Id<Registration>, std::vector<Printed>>
badges_in_question(store::Session& session, std::int64_t forum, const StandsFor& merged)
{
    std::map<Id<Registration>, std::vector<Printed>> all;
    for (const auto& [badge, print, registration, at, revoked] :
         session.select<std::int64_t, std::int64_t, std::int64_t, std::int64_t,
                        std::optional<std::int64_t>>(
             "SELECT b.id, b.print, b.registration, p.at, e.at FROM badge b JOIN badge_print p ON "
             "p.forum = b.forum AND p.id = b.print LEFT JOIN badge_end e ON e.forum = b.forum AND "
             "e.badge = b.id AND e.why = 'revoked' WHERE b.forum = :forum AND (b.registration IN "
             "(SELECT x.registration FROM badge_end y JOIN badge x ON x.forum = y.forum AND x.id = "
             "y.badge WHERE y.forum = :forum AND y.why = 'revoked') OR b.registration IN (SELECT "
             "m.kept FROM registration_merge m WHERE m.forum = :forum) OR b.registration IN "
             "(SELECT m.merged FROM registration_merge m WHERE m.forum = :forum)) ORDER BY b.id",
             forum))
        all[standing_for(merged, Id<Registration>{registration})].push_back(
            {badge, print, Id<Registration>{registration}, Instant{at},
             revoked ? std::optional(Instant{*revoked}) : std::nullopt});
    return all;
}

// How those who were put together stood when something of this number was done.
StandsFor merged_before(const std::vector<Merge>& merges, std::int64_t number)
{
    StandsFor merged;
    for (const auto& merge : merges)
        if (merge.id.number() < number)
            merged.emplace(merge.merged, merge.kept);
    return merged;
}

// A badge of the other registration was for somebody else, as far as anybody knew, unless the two
// stood together when it was printed.
bool was_printed_again(const Printed& revoked, const std::vector<Printed>& badges,
                       const std::vector<Merge>& merges)
{
    return std::any_of(badges.begin(), badges.end(), [&](const Printed& later) {
        if (later.badge <= revoked.badge || later.at < *revoked.revoked)
            return false;
        const auto merged = merged_before(merges, later.print);
        return standing_for(merged, revoked.registration) ==
               standing_for(merged, later.registration);
    });
}

}  // namespace

std::map<Id<Registration>, Instant> revoked_at(store::Session& session, std::int64_t forum)
{
    const auto merges = standing_merges(session, forum);
    StandsFor merged;
    for (const auto& merge : merges)
        merged.emplace(merge.merged, merge.kept);
    std::map<Id<Registration>, Instant> all;
    for (const auto& [person, badges] : badges_in_question(session, forum, merged))
        for (const auto& one : badges)
            if (one.revoked && !was_printed_again(one, badges, merges))
                all.insert_or_assign(person, *one.revoked);
    return all;
}

}  // namespace sala::registration
