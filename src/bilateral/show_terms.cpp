// SPDX-License-Identifier: Apache-2.0
//
// A side sees the terms: what changed since it last looked, and how far apart both still are.

#include "bilateral/kept_meetings.hpp"
#include "bilateral/terms_desk.hpp"
#include "bilateral/terms_page.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb show_terms()
{
    return {.path = "GET /{forum}/delegations/{delegation}/meetings/{meeting}/terms",
            .allow = forum::focal_points,
            .run = web::on<Party>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    const auto page = terms_at(desk, party);
    if (!page)
        return page.refusal();
    const auto& terms = page->terms;
    if (desk.wants(web::Format::json))
        return desk.show(Json::object(
            {{"revision", terms.number()},
             {"seen", page->seen},
             {"your_turn", !terms.is_frozen() && terms.is_turn_of(page->side)},
             {"open_items", terms.open_items()},
             {"frozen", terms.is_frozen()},
             {"hash",
              terms.is_frozen() ? Json(terms.confirmed_by(terms.sides().front())->hash) : Json()},
             {"items", items_json(terms.items(), desk.reader().language)}}));
    auto shown = *page;
    shown.stand_until = terms_stand_until(desk.session(), party.forum.id, desk.now());
    return desk.show(terms_page(desk, party, shown));
}

}  // namespace sala::bilateral
