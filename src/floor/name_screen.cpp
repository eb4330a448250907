// SPDX-License-Identifier: Apache-2.0
//
// A screen of the halls gets a name and a short address that stays: the machine behind it is set up
// once, and what it shows is pointed from the console.

#include "floor/screens.view.hpp"

namespace sala::floor {

static Result<web::Reply> name(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb name_screen()
{
    return {.path = "POST /{forum}/screens",
            .allow = forum::chairs,
            .form = fields_of_screen(),
            .run = web::on<forum::Forum>(name)};
}

Result<web::Reply> name(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    if (!desk.may(forum::chairs, {}))
        return forbidden("not-the-whole-forum",
                         "You chair the sittings of one body. Screens are named and removed by who "
                         "chairs the whole forum.");
    keep_screen(desk, forum, form["name"]);
    return desk.go(desk.address());
}

}  // namespace sala::floor
