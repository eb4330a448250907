// SPDX-License-Identifier: Apache-2.0
//
// Everybody sees who speaks now, how long still, and who comes after.

#include "floor/floor.view.hpp"
#include "floor/hall_json.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_floor()
{
    return {.path = "GET /{forum}/sittings/{sitting}/floor",
            .allow = web::anyone,
            .run = web::on<Hall>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall)
{
    auto reply = desk.wants(web::Format::json) ? desk.show(to_json(hall, desk.now()))
                                               : desk.show(floor_page(desk, hall));
    // It holds a moment: whoever gets it later would see an old clock.
    return reply.with("Cache-Control", "no-store");
}

}  // namespace sala::floor
