// SPDX-License-Identifier: Apache-2.0
//
// Somebody stands at the door and is on no list: where their name is noted.

#include "door/walk_in.view.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_walk_in()
{
    return {.path = "GET /{forum}/door/walk-in",
            .allow = forum::doors,
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"can_be_noted", true}}));
    return desk.show(walk_in_page(desk, forum,
                                  registration::delegations_at(desk.session(), forum.id),
                                  registration::categories_at(desk.session(), forum.id)));
}

}  // namespace sala::door
