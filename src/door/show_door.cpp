// SPDX-License-Identifier: Apache-2.0
//
// Whoever stands at a door looks somebody up, by badge or by name, and sees the photo, the category
// and where they may go.

#include "door/door.view.hpp"
#include "door/door_list.hpp"
#include "registration/photo_store.hpp"
#include "web/login_store.hpp"

#include "forum/text_json.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_door()
{
    return {.path = "GET /{forum}/door",
            .allow = forum::doors,
            .query = {{.name = "q", .meaning = "What the badge says, or a part of a name."},
                      {.name = "door", .meaning = "The name of this door."},
                      {.name = "zone", .meaning = "Where it leads."},
                      {.name = "in", .meaning = "The admission that was kept just now."}},
            .run = web::on<forum::Forum>(show)};
}

static std::vector<Registered> looked_up(web::Desk& desk, const forum::Forum& forum,
                                         const std::string& words)
{
    auto& session = desk.session();
    constexpr std::size_t shown_max = 20;
    const auto scanned = read_token(registration::signing_key(session, forum.id), words);
    if (!scanned || !scanned->badge)
        return registration::registered_at(session, forum.id,
                                           {.words = words, .at_most = shown_max});
    const auto held = badge_numbered(session, forum.id, scanned->badge);
    if (!held || held->ended)
        return {};
    return registration::registered_at(session, forum.id, {.only = held->badge.registration});
}

static std::vector<DoorPerson> people_for(web::Desk& desk, const forum::Forum& forum,
                                          const std::string& words)
{
    std::vector<DoorPerson> people;
    if (words.empty())
        return people;
    const auto faces = Faces::read(desk, forum);
    std::vector<Id<Registration>> numbers;
    for (const auto& one : looked_up(desk, forum, words)) {
        if (!reaches(desk, faces.categories, one))
            continue;
        numbers.push_back(one.registration.id());
        DoorPerson person{.one = one};
        for (const auto& part : faces.categories)
            if (part.key == one.particulars["category"])
                person.category =
                    registration::part_words(desk.reader(), faces.categories, part.number);
        person.delegation = registration::part_words(desk.reader(), faces.delegations,
                                                     one.registration.delegation().number());
        person.zones = faces.design_of(one).zones;
        people.push_back(std::move(person));
    }
    const auto photos = registration::photo_addresses(desk.session(), forum.id, numbers);
    const auto seen = first_seen(desk.session(), forum.id, numbers);
    for (auto& person : people) {
        const auto id = person.one.registration.id();
        if (const auto photo = photos.find(id); photo != photos.end() && !numbers.empty())
            person.photo = photo->second;
        if (const auto was = seen.find(id); was != seen.end())
            person.seen = was->second;
    }
    return people;
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    DoorPage page;
    page.words = desk.query("q");
    page.door = desk.query("door");
    page.zone = desk.query("zone");
    page.people = people_for(desk, forum, page.words);
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"found", forum::list_json(page.people, [](const DoorPerson& person) {
                               return Json(person.one.registration.id().word());
                           })}}));
    page.zones = zones_of(designs_at(desk.session(), forum.id));
    if (const auto last = admission_at(desk.session(), forum.id, desk.query("in")))
        page.last = *last;
    page.scan = web::random_token();
    return desk.show(door_page(desk, forum, page));
}

}  // namespace sala::door
