// SPDX-License-Identifier: Apache-2.0
//
// A delegation sees what it needs and offers, and what became of its meetings.

#include "bilateral/bilaterals.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb show_bilaterals()
{
    return {.path = "GET /{forum}/delegations/{delegation}/bilaterals",
            .allow = forum::delegates,
            .run = web::on<Party>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    BilateralsPage page;
    page.topics = topics_at(desk.session(), party.forum.id);
    page.wants = of(wants_at(desk.session(), party.forum.id), party.self.number);
    page.meetings = meetings_at(desk.session(), party.forum.id, party.self.number);
    page.practices = practices_at(desk.session(), party.forum.id);
    std::erase_if(page.practices, [&](const Practice& practice) {
        return practice.delegation != party.self.number;
    });
    const auto as_json = [&](const Want& want) { return want_json(want, page.topics, party.all); };
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"delegation", party.self.key},
                          {"needs", forum::list_json(page.wants.needs, as_json)},
                          {"offers", forum::list_json(page.wants.offers, as_json)},
                          {"practices", forum::list_json(page.practices, practice_json)},
                          {"meetings", forum::list_json(page.meetings, [&](const Meeting& meeting) {
                               return meeting_json(meeting, party.all, desk.now());
                           })}}));
    return desk.show(bilaterals_page(desk, party, page));
}

}  // namespace sala::bilateral
