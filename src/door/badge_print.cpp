// SPDX-License-Identifier: Apache-2.0

#include "door/badge_print.hpp"

namespace sala::door {

Id<Print> print_badges(web::Desk& desk, std::int64_t forum,
                       const std::vector<Id<Registration>>& people)
{
    const auto login = desk.visitor().login;
    for (const auto& standing : standing_badges(desk.session(), forum, people))
        desk.record(BadgeEnd{forum, standing.badge.id, BadgeEnd::replaced, login, desk.now()});
    const Print print{forum, desk.next_id<Print>(), login, desk.now()};
    desk.record(print);
    for (const auto& person : people)
        desk.record(Badge{forum, desk.next_id<Badge>(), person, print.id});
    return print.id;
}

}  // namespace sala::door
