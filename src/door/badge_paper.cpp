// SPDX-License-Identifier: Apache-2.0

#include "door/badge_paper.hpp"

#include "registration/coming.hpp"
#include "registration/photo_store.hpp"
#include "registration/revocation.hpp"

#include <map>

namespace sala::door {

using registration::Registered;

// By registration, as they were approved; those who were merged or erased meanwhile are not among
// them.
static std::map<Id<Registration>, Registered>
people_by_number(store::Session& session, std::int64_t forum,
                 const std::vector<Id<Registration>>& numbers)
{
    std::map<Id<Registration>, Registered> people;
    for (auto& one : registration::coming_at(session, forum, {.among = numbers}))
        people.emplace(one.registration.id(), std::move(one));
    return people;
}

std::vector<StandingBadge> standing_of(store::Session& session, std::int64_t forum,
                                       const std::vector<HeldBadge>& badges)
{
    std::vector<Id<Registration>> numbers;
    numbers.reserve(badges.size());
    for (const auto& held : badges)
        numbers.push_back(held.badge.registration);
    auto people = people_by_number(session, forum, numbers);
    for (const auto& [revoked, at] : registration::revoked_at(session, forum))
        people.erase(revoked);
    std::vector<StandingBadge> all;
    for (const auto& held : badges)
        if (const auto one = people.find(held.badge.registration);
            !held.ended && one != people.end())
            all.push_back({held, one->second});
    return all;
}

std::string badge_paper(const web::Desk& desk, const forum::Forum& forum, const Sentence& title,
                        const std::vector<StandingBadge>& badges)
{
    auto sheet = sheet_for(desk, desk.reader().say(title) + ", " +
                                     forum.title.words(desk.reader().language));
    const auto faces = Faces::read(desk, forum);
    std::vector<Id<Registration>> numbers;
    numbers.reserve(badges.size());
    for (const auto& badge : badges)
        numbers.push_back(badge.one.registration.id());
    const auto photos = registration::photos_of(desk.session(), forum.id, numbers);
    for (const auto& [held, one] : badges) {
        const auto photo = photos.find(one.registration.id());
        sheet.badges.push_back(faces.of_person(
            one, held.badge.id, photo == photos.end() ? std::string{} : photo->second));
    }
    return document::write_badges(sheet);
}

}  // namespace sala::door
