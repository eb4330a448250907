// SPDX-License-Identifier: Apache-2.0

#include "door/outdated_badges.hpp"

#include "base/json.hpp"
#include "registration/revocation.hpp"

#include <algorithm>
#include <array>

namespace sala::door {

namespace {

// What somebody's badge says of them, from their particulars.
constexpr std::array printed_columns{"honorific_en", "name_en", "honorific_th", "name_th",
                                     "name_own",     "post_en", "post_th",      "category"};

// As it was when the badge was printed, and as it is now.
struct Since {
    Id<Registration> person;
    bool has_category = false;
    std::map<std::string, std::pair<std::string, std::string>> words;

    void add(const std::string& column, const Json& before, const Json& after)
    {
        if (!after[column].is_string())
            return;
        auto& said =
            words.try_emplace(column, before[column].string(), std::string{}).first->second;
        said.second = after[column].string();
    }
    // The part in the delegation stands on the badge of who has no category.
    bool shows() const
    {
        return std::any_of(words.begin(), words.end(), [&](const auto& one) {
            return one.second.first != one.second.second && (one.first != "role" || !has_category);
        });
    }
};

}  // namespace

OutdatedBadges outdated_badges(store::Session& session, std::int64_t forum)
{
    std::map<Id<Badge>, Since> all;
    for (const auto& [badge, person, category, before, after] :
         session.select<std::int64_t, std::int64_t, std::string, std::string, std::string>(
             "SELECT b.id, r.registration, p.category, r.before, r.after FROM badge b JOIN "
             "registration_revision r ON r.forum = b.forum AND (r.id > b.print OR (r.on_behalf = 0 "
             "AND r.id > (SELECT MAX(y.id) FROM registration_act y WHERE y.forum = b.forum AND "
             "y.registration = r.registration AND y.step = 'approve' AND y.id < b.print))) AND "
             "r.registration = COALESCE((SELECT MAX(m.kept) FROM registration_merge m WHERE "
             "m.forum = b.forum AND "
             "m.merged = b.registration AND NOT EXISTS (SELECT 1 FROM registration_merge_end x "
             "WHERE x.forum = m.forum AND x.merge = m.id)), b.registration) JOIN registration_now "
             "n "
             "ON n.forum = r.forum AND n.registration = r.registration AND n.merged = 0 AND "
             "n.status = 'approved' JOIN registration_person p ON p.forum = r.forum AND "
             "p.registration = r.registration WHERE b.forum = :forum AND NOT EXISTS (SELECT 1 FROM "
             "badge_end e WHERE e.forum = b.forum AND e.badge = b.id) ORDER BY b.id, r.id",
             forum)) {
        auto& since = all[Id<Badge>{badge}];
        since.person = Id<Registration>{person};
        since.has_category = !category.empty();
        const auto was = Json::read(before).value_or(Json::object());
        const auto is = Json::read(after).value_or(Json::object());
        for (const auto* column : printed_columns)
            since.add(column, was, is);
        since.add("role", was, is);
    }
    OutdatedBadges outdated;
    // A new badge would let them in again: that is decided about each of them, by their own line.
    const auto revoked = registration::revoked_at(session, forum);
    for (const auto& [badge, since] : all)
        if (since.shows() && !revoked.contains(since.person))
            outdated.emplace(badge, since.person);
    return outdated;
}

}  // namespace sala::door
