// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees how the badges of each category look and which zones they open.

#include "door/badge_designs.view.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_badge_designs()
{
    return {.path = "GET /{forum}/badge-designs",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto categories = registration::categories_at(desk.session(), forum.id);
    const auto designs = designs_at(desk.session(), forum.id);
    if (desk.wants(web::Format::html))
        return desk.show(designs_page(desk, forum, categories, designs));
    auto all = Json::object();
    for (const auto& part : categories) {
        const auto& design = design_for(designs, part.number);
        all.set(part.key, Json::object({{"colour", design.colour},
                                        {"zones", joined(design.zones)},
                                        {"photo", design.photo}}));
    }
    return desk.show(Json::object({{"designs", all}}));
}

}  // namespace sala::door
