// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees who has a badge and who not yet, and prints them.

#include "door/badges.view.hpp"

#include "forum/text_json.hpp"
#include "registration/coming.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_badges()
{
    return {.path = "GET /{forum}/badges",
            .allow = web::secretariat,
            .query = {{.name = "q", .meaning = "Only those whose name holds these words."},
                      {.name = "outdated",
                       .meaning = "yes: only those whose badge shows what is no longer so.",
                       .words = {"yes"}},
                      {.name = "from", .meaning = "How many to leave out before the first."}},
            .run = web::on<forum::Forum>(show)};
}

static std::vector<Id<Registration>> numbers_of(const std::vector<Registered>& people)
{
    std::vector<Id<Registration>> numbers;
    numbers.reserve(people.size());
    for (const auto& one : people)
        numbers.push_back(one.registration.id());
    return numbers;
}

static std::vector<Id<Registration>> bearers_of(const OutdatedBadges& outdated)
{
    std::vector<Id<Registration>> people;
    people.reserve(outdated.size());
    for (const auto& [badge, person] : outdated)
        people.push_back(person);
    return people;
}

static Json badge_json(const BadgesPage& page, const Registered& one)
{
    const auto held = page.badges.find(one.registration.id());
    const bool has = held != page.badges.end();
    return Json::object(
        {{"registration", one.registration.id().word()},
         {"badge", has ? Json(held->second.badge.id.word()) : Json()},
         {"ended", has && held->second.ended ? Json(word(*held->second.ended)) : Json()},
         {"outdated", has && page.outdated.contains(held->second.badge.id)}});
}

static Json badges_json(const BadgesPage& page)
{
    return Json::object({{"approved", page.numbers.approved},
                         {"without_badge", page.numbers.without},
                         {"outdated", page.outdated.size()},
                         {"next", web::next_json(page.pages)},
                         {"people", forum::list_json(page.people, [&](const Registered& one) {
                              return badge_json(page, one);
                          })}});
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    auto& session = desk.session();
    BadgesPage page;
    page.words = desk.query("q");
    page.outdated = outdated_badges(session, forum.id);
    page.only_outdated = desk.query("outdated") == "yes";
    registration::Filter filter{.holds_place = true,
                                .words = page.words,
                                .at_most = badges_a_page,
                                .from = web::from_of(desk)};
    if (page.only_outdated)
        filter.among = bearers_of(page.outdated);
    page.people = registration::coming_at(session, forum.id, filter);
    page.badges = newest_badges(session, forum.id, numbers_of(page.people));
    page.numbers = badge_numbers(session, forum.id);
    page.pages = {forum.address() + "/badges",
                  {{"q", page.words}, {"outdated", page.only_outdated ? "yes" : ""}},
                  page.words.empty() && !page.only_outdated
                      ? page.numbers.approved
                      : registration::count_at(session, forum.id, filter),
                  filter.from,
                  badges_a_page};
    if (desk.wants(web::Format::json))
        return desk.show(badges_json(page));
    page.prints = prints_at(session, forum.id);
    page.delegations = registration::delegations_at(session, forum.id);
    return desk.show(badges_page(desk, forum, page));
}

}  // namespace sala::door
