// SPDX-License-Identifier: Apache-2.0
//
// A screen is taken away. Its number is never given to another one, so that no machine that was
// forgotten in a corner shows what it should not.

#include "floor/named_screen.hpp"

namespace sala::floor {

static Result<web::Reply> remove(web::Desk& desk, const NamedScreen& screen);

web::Verb remove_screen()
{
    return {.path = "POST /{forum}/screens/{screen}/removal",
            .allow = forum::chairs,
            .run = web::on<NamedScreen>(remove)};
}

Result<web::Reply> remove(web::Desk& desk, const NamedScreen& screen)
{
    if (!desk.may(forum::chairs, {}))
        return forbidden("not-the-whole-forum",
                         "You chair the sittings of one body. Screens are named and removed by who "
                         "chairs the whole forum.");
    keep_aim(desk, screen.forum, screen.number, {NamedScreen::removed});
    desk.again(screen.topic());
    return desk.go(screen.forum.address() + "/screens");
}

}  // namespace sala::floor
