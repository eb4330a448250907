// SPDX-License-Identifier: Apache-2.0
//
// The chair and the secretariat see the rules of the floor.

#include "floor/rules.view.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_floor_rules()
{
    return {.path = "GET /{forum}/sittings/{sitting}/floor-rules",
            .allow = forum::chairs,
            .run = web::on<Hall>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall)
{
    if (desk.wants(web::Format::json)) {
        auto json = to_json(hall.rules);
        json.set("version", hall.rules_version);
        json.set("own", hall.own_rules);
        return desk.show(json);
    }
    return desk.show(
        rules_page(desk, hall, window_of(desk.session(), hall.forum.id, hall.sitting)));
}

}  // namespace sala::floor
