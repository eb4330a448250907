// SPDX-License-Identifier: Apache-2.0
//
// Whoever stands at a door looks somebody up, by badge or by name, and sees the photo, the category
// and where they may go.

#include "door/door.view.hpp"
#include "forum/text_json.hpp"
#include "web/login_store.hpp"

#include <functional>

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_door()
{
    return {.path = "GET /{forum}/door",
            .allow = forum::doors,
            .query = {{.name = "q", .meaning = "What the badge says, a part of a name or a plate."},
                      {.name = "door", .meaning = "The name of this door."},
                      {.name = "zone", .meaning = "Where it leads."},
                      {.name = "in", .meaning = "The admission that was kept just now."}},
            .run = web::on<forum::Forum>(show)};
}

static Json people_json(const DoorPage& page, const std::function<bool(const DoorPerson&)>& holds)
{
    auto list = Json::array();
    for (const auto& person : page.found.people)
        if (holds(person))
            list.push(person.one.registration.id().word());
    return list;
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    DoorPage page;
    page.forum = forum.address();
    page.words = desk.query("q");
    page.door = desk.query("door");
    page.zone = desk.query("zone");
    page.found = at_the_door(desk, forum, page.words);
    if (desk.wants(web::Format::json))
        return desk.show(Json::object(
            {{"found", people_json(page, [](const DoorPerson& one) { return !one.badge_ended; })},
             {"badge_ended",
              people_json(page, [](const DoorPerson& one) { return one.badge_ended.has_value(); })},
             {"vehicles", forum::list_json(page.found.vehicles, [](const DoorVehicle& vehicle) {
                  return Json(vehicle.pass.id.word());
              })}}));
    page.zones = zones_of(designs_at(desk.session(), forum.id));
    if (const auto last = admission_at(desk.session(), forum.id, desk.query("in")))
        page.last = *last;
    page.scan = web::random_token();
    return desk.show(door_page(desk, forum, page));
}

}  // namespace sala::door
