// SPDX-License-Identifier: Apache-2.0
//
// The chair sees the floor: who has it, the clock, the list, who asks, and one key for what comes
// next.

#include "floor/console.view.hpp"
#include "floor/hall_json.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_console()
{
    return {.path = "GET /{forum}/sittings/{sitting}/chair",
            .allow = forum::chairs,
            .run = web::on<Hall>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall)
{
    if (desk.wants(web::Format::json))
        return desk.show(to_json(hall, desk.now(), true));
    auto& session = desk.session();
    Beside beside{screens_of(session, hall.forum),
                  preferences_of(session, hall),
                  who_may_speak(session, hall, 0),
                  {}};
    auto seen = std::max<std::int64_t>(hall.floor.to_undo() - 1, 0);
    if (const auto* typed = desk.typed())
        seen = std::min(seen, typed->number("version").value_or(0));
    beside.chairs = chairs_since(session, hall.forum.id, hall.sitting, seen);
    return desk.show(console_page(desk, hall, beside));
}

}  // namespace sala::floor
