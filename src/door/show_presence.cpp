// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees who is here as the doors tell it, and what it should look at.

#include "door/presence.view.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_presence()
{
    return {.path = "GET /{forum}/presence",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show)};
}

static Json counts_json(const std::map<std::string, std::int64_t>& counts)
{
    auto json = Json::object();
    for (const auto& [name, count] : counts)
        json.set(name, count);
    return json;
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    auto& session = desk.session();
    PresencePage page;
    page.presence = presence_at(session, forum.id);
    page.presence.approved = registration::count_at(session, forum.id, {.holds_place = true});
    page.oddities = oddities_at(session, forum.id);
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"here", page.presence.here},
                                       {"approved", page.presence.approved},
                                       {"vehicles", page.presence.vehicles},
                                       {"by_door", counts_json(page.presence.by_door)},
                                       {"by_category", counts_json(page.presence.by_category)},
                                       {"to_look_at", page.oddities.size()}}));
    page.categories = registration::categories_at(session, forum.id);
    std::vector<Id<Registration>> people;
    people.reserve(page.oddities.size());
    for (const auto& odd : page.oddities)
        people.push_back(odd.admission.registration);
    for (const auto& one :
         registration::registered_at(session, forum.id, {.among = std::move(people)}))
        page.names.emplace(one.registration.id(), person_words(desk.reader(), one.particulars));
    return desk.show(presence_page(desk, forum, page));
}

}  // namespace sala::door
