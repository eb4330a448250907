// SPDX-License-Identifier: Apache-2.0
//
// Everybody may read who comes, as far as those who come agreed to it: name, post, delegation.

#include "registration/participants.view.hpp"

#include "forum/text_json.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_participants()
{
    return {.path = "GET /{forum}/participants",
            .allow = web::anyone,
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    ParticipantsPage page{registered_at(desk.session(), forum.id, {.status = Status::approved}),
                          delegations_at(desk.session(), forum.id)};
    std::erase_if(page.people,
                  [](const Registered& one) { return one.particulars["on_list"].empty(); });
    if (desk.wants(web::Format::html))
        return desk.show(participants_page(desk, forum, page));
    return desk.show(Json::object(
        {{"participants", forum::list_json(page.people, [&](const Registered& one) {
              const auto* part = part_of(page.delegations, one.registration.delegation().number());
              return Json::object({{"name", forum::text_json(one.particulars.name())},
                                   {"honorific", forum::text_json(one.particulars.honorific())},
                                   {"post", forum::text_json(one.particulars.post())},
                                   {"role", one.particulars["role"]},
                                   {"delegation", part ? Json(part->key) : Json()}});
          })}}));
}

}  // namespace sala::registration
