// SPDX-License-Identifier: Apache-2.0
//
// Whoever stands at a door looks somebody up, by badge or by name, and sees the photo, the category
// and where they may go.

#include "door/door.view.hpp"
#include "door/door_list.hpp"
#include "registration/likeness_store.hpp"
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

// By what its code holds, or by the eight letters under it.
static std::optional<HeldBadge> badge_meant(store::Session& session, const Faces& faces,
                                            const std::string& words)
{
    if (const auto scanned = read_token(faces.key, words); scanned && scanned->badge)
        return badge_numbered(session, faces.forum.id, scanned->badge);
    if (const auto typed = short_code_typed(words))
        for (const auto& held : badges_at(session, faces.forum.id))
            if (short_code(badge_token(faces.key, held.badge.id)) == *typed)
                return held;
    return std::nullopt;
}

// Twenty of those whom this door lets in, or the bearer of the badge.
static std::vector<Registered> looked_up(web::Desk& desk, const Faces& faces,
                                         const std::string& words)
{
    auto& session = desk.session();
    constexpr std::size_t shown_max = 20;
    registration::Filter filter{.categories = categories_reached(desk, faces.categories),
                                .at_most = shown_max};
    if (const auto held = badge_meant(session, faces, words)) {
        if (held->ended)
            return {};
        filter.only = registration::standing_for(registration::merged_at(session, faces.forum.id),
                                                 held->badge.registration);
    } else
        filter.words = words;
    return registration::registered_at(session, faces.forum.id, filter);
}

static std::vector<DoorPerson> people_for(web::Desk& desk, const forum::Forum& forum,
                                          const std::string& words)
{
    std::vector<DoorPerson> people;
    if (words.empty())
        return people;
    const auto faces = Faces::read(desk, forum);
    std::vector<Id<Registration>> numbers;
    for (const auto& one : looked_up(desk, faces, words)) {
        numbers.push_back(one.registration.id());
        DoorPerson person{.one = one};
        person.category = faces.category_of(one);
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
