// SPDX-License-Identifier: Apache-2.0
//
// The picture of the camera gets the name of who speaks: an address for the video desk, without a
// login.

#include "floor/hall.view.hpp"
#include "floor/hall_json.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_lower_third()
{
    return {.path = "GET /{forum}/sittings/{sitting}/lower-third",
            .allow = web::anyone,
            .query = {{.name = "language", .meaning = "In which language.", .words = {"en", "th"}}},
            .run = web::on<Hall>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall)
{
    if (desk.wants(web::Format::json))
        return desk.show(to_json(hall, desk.now())).with("Cache-Control", "no-store");
    auto reader = desk.reader();
    if (const auto asked = Language::named(desk.query("language")))
        reader.language = asked->is_thai() ? Language::thai() : Language::english();
    return desk
        .send("text/html; charset=utf-8",
              screen_document(reader, hall, "lower-third", desk.now()).markup())
        .with("Cache-Control", "no-store");
}

}  // namespace sala::floor
