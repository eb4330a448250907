// SPDX-License-Identifier: Apache-2.0
//
// What a telephone needs to know to put the page of a door among its programs (W3C Web App
// Manifest).

#include "forum/forum_store.hpp"
#include "forum/roles.hpp"
#include "web/assets.hpp"
#include "web/verb.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_door_manifest()
{
    return {.path = "GET /{forum}/door/manifest",
            .allow = forum::doors,
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto& reader = desk.reader();
    const auto name = reader.say(tr("Check badges"));
    auto icons = Json::array();
    icons.push(Json::object(
        {{"src", web::asset_address("icon.svg")}, {"sizes", "any"}, {"type", "image/svg+xml"}}));
    icons.push(Json::object({{"src", web::asset_address("icon-180.png")},
                             {"sizes", "180x180"},
                             {"type", "image/png"}}));
    const auto manifest = Json::object({{"name", name + ", " + forum.title.words(reader.language)},
                                        {"short_name", name},
                                        {"lang", reader.language.tag()},
                                        {"start_url", forum.address() + "/door"},
                                        {"scope", forum.address() + "/door"},
                                        {"display", "standalone"},
                                        {"background_color", "#ffffff"},
                                        {"theme_color", "#2e3373"},
                                        {"icons", std::move(icons)}});
    return desk.send("application/manifest+json", manifest.write() + "\n");
}

}  // namespace sala::door
