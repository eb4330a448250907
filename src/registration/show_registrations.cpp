// SPDX-License-Identifier: Apache-2.0
//
// Those who decide see who is registered: all of them, or those of their category.

#include "registration/registrations_page.hpp"

#include "forum/text_json.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_registrations()
{
    return {.path = "GET /{forum}/registrations",
            .allow = forum::category_managers,
            .query = {{.name = "status", .meaning = "Only those of this status."},
                      {.name = "category", .meaning = "Only those of the category of this key."},
                      {.name = "delegation", .meaning = "Only those of this delegation."},
                      {.name = "q", .meaning = "Only those whose name holds these words."},
                      {.name = "wish",
                       .meaning = "yes: only those of whom a change is asked for.",
                       .words = {"yes"}},
                      {.name = "from", .meaning = "How many to leave out before the first."}},
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto page = registrations_asked_for(desk, forum, registrations_a_page);
    if (!page)
        return page.refusal();
    if (desk.wants(web::Format::html))
        return desk.show(registrations_page(desk, forum, *page));
    return desk.show(Json::object(
        {{"found", page->found},
         {"next", next_json(pages_with(*page, forum.address() + "/registrations"))},
         {"people", forum::list_json(page->people, [&](const auto& one) {
              const auto* part = part_of(page->delegations, one.registration.delegation().number());
              auto json = part_json(one.particulars, differing(one.particulars, {}));
              json.set("id", one.registration.id().word());
              json.set("delegation", part ? Json(part->key) : Json());
              json.set("status", std::string(word(one.registration.status())));
              return json;
          })}}));
}

}  // namespace sala::registration
