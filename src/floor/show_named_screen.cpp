// SPDX-License-Identifier: Apache-2.0
//
// A screen at its own short address, without a login: the machine behind it opens the page once,
// and it shows whatever it is pointed at.

#include "floor/screen.hpp"
#include "floor/screens.view.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const NamedScreen& screen);

web::Verb show_named_screen()
{
    return {.path = "GET /{forum}/screens/{screen}",
            .allow = web::anyone,
            .query = queries_of_screen(),
            .run = web::on<NamedScreen>(show)};
}

Result<web::Reply> show(web::Desk& desk, const NamedScreen& screen)
{
    const auto showing = showing_of(desk.session(), screen);
    if (!desk.wants(web::Format::json))
        return desk
            .send("text/html; charset=utf-8",
                  named_screen_document(reader_of_screen(desk), showing, desk.now()).markup())
            .with("Cache-Control", "no-store");
    const auto& hall = showing.hall;
    return desk
        .show(Json::object({{"screen", std::to_string(screen.number)},
                            {"name", screen.name},
                            {"message", screen.words},
                            {"floor", hall ? to_json(*hall, desk.now()) : Json()}}))
        .with("Cache-Control", "no-store");
}

}  // namespace sala::floor
