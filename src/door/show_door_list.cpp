// SPDX-License-Identifier: Apache-2.0
//
// A door takes along what it has to know for the time without network.

#include "door/badges.view.hpp"
#include "door/door_list.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_door_list()
{
    return {.path = "GET /{forum}/door/list",
            .allow = forum::doors,
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    if (desk.wants(web::Format::html))
        return desk.go(forum.address() + "/door");
    return desk.show(door_list(desk, forum));
}

}  // namespace sala::door
