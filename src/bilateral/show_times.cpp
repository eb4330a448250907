// SPDX-License-Identifier: Apache-2.0
//
// A delegation sees the slots for meetings and which of them it blocked out.

#include "bilateral/times.view.hpp"
#include "programme/load_draft.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb show_times()
{
    return {.path = "GET /{forum}/delegations/{delegation}/times",
            .allow = forum::focal_points,
            .run = web::on<Party>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    const auto draft = programme::load_draft(desk.session(), party.forum.id);
    TimesPage page;
    page.slots = slots_of(draft, rules_at(desk.session(), party.forum.id));
    page.on_the_floor = on_the_floor(draft, page.slots, party.self.key);
    page.times = times_at(desk.session(), party.forum.id)[party.self.number];
    page.missed = missed_meetings(desk.session(), party, page.times, desk.now());
    if (desk.wants(web::Format::json)) {
        auto slots = Json::array();
        for (const auto& slot : page.slots)
            slots.push(Json::object({{"begins", std::to_string(slot.begins.milliseconds())},
                                     {"away", page.times.is_away(slot)}}));
        return desk.show(Json::object(
            {{"slots", slots},
             {"parallel", page.times.parallel},
             {"missed", forum::list_json(page.missed, [](const Released::Entry& entry) {
                  return Json(entry.meeting.word());
              })}}));
    }
    const auto said = form_of(page);
    if (!desk.typed())
        desk.comes_back(&said, {});
    return desk.show(times_page(desk, party, page));
}

}  // namespace sala::bilateral
