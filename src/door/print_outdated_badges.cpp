// SPDX-License-Identifier: Apache-2.0
//
// Everybody whose badge shows an old name, post or category gets a new one in one go. The ones
// before open no door any more.

#include "door/badge_print.hpp"
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
    const auto print = print_badges(desk, forum.id, {people.begin(), people.end()});
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/badge-prints/" + print.word());
}

}  // namespace sala::door
