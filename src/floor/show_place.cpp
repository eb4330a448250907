// SPDX-License-Identifier: Apache-2.0
//
// A delegate looks where the delegation stands in the list, about when it speaks, and reads the
// text of whoever speaks.

#include "floor/hall_json.hpp"
#include "floor/own_delegation.hpp"
#include "floor/place.view.hpp"
#include "floor/text_store.hpp"
#include "floor/texts.view.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_place()
{
    return {.path = "GET /{forum}/sittings/{sitting}/place",
            .allow = forum::delegates,
            .query = {{.name = "delegation", .meaning = "Whose place, for those of several."}},
            .run = web::on<Hall>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall)
{
    const auto own = own_delegation(desk, hall);
    if (!own)
        return own.refusal();
    if (desk.wants(web::Format::json)) {
        auto json = to_json(hall, desk.now());
        json.set("delegation", (*own)->key);
        return desk.show(json);
    }
    return desk.show(place_page(
        desk, hall, **own, text_of_speaker(desk.reader(), hall, texts_at(desk.session(), hall))));
}

}  // namespace sala::floor
