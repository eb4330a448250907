// SPDX-License-Identifier: Apache-2.0
//
// The chair and the secretariat see the rules of the floor.

#include "floor/moments.hpp"
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
        json.set("inscription_opens", written_moment(hall.forum.zone, hall.window.opens_at));
        json.set("inscription_closes", written_moment(hall.forum.zone, hall.window.closes_at));
        return desk.show(json);
    }
    return desk.show(rules_page(desk, hall));
}

}  // namespace sala::floor
