// SPDX-License-Identifier: Apache-2.0
//
// Everybody whose badge shows an old name, post or category gets a new one in one go. The ones
// before open no door any more.

#include "door/badges.view.hpp"

#include <set>

namespace sala::door {

static Result<web::Reply> print_all(web::Desk& desk, const forum::Forum& forum);

web::Verb print_outdated_badges()
{
    return {.path = "POST /{forum}/badges/outdated",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(print_all)};
}

Result<web::Reply> print_all(web::Desk& desk, const forum::Forum& forum)
{
    std::set<Id<Registration>> people;
    for (const auto& [badge, person] : outdated_badges(desk.session(), forum.id))
        if (people.size() < badges_a_print)
            people.insert(person);
    if (people.empty())
        return conflict("no-badge-is-outdated",
                        "Every badge shows the name, the post and the category of its bearer as "
                        "they are now.");
    for (const auto& standing :
         standing_badges(desk.session(), forum.id, {people.begin(), people.end()}))
        desk.record(BadgeEnd{forum.id, standing.badge.id, BadgeEnd::replaced, desk.visitor().login,
                             desk.now()});
    const Print print{forum.id, desk.next_id<Print>(), desk.visitor().login, desk.now()};
    desk.record(print);
    for (const auto& person : people)
        desk.record(Badge{forum.id, desk.next_id<Badge>(), person, print.id});
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/badge-prints/" + print.id.word());
}

}  // namespace sala::door
