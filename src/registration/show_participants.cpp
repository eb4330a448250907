// SPDX-License-Identifier: Apache-2.0
//
// Everybody may read who comes, as far as those who come agreed to it: name, post, delegation.

#include "registration/coming.hpp"
#include "registration/participants.view.hpp"

#include "forum/text_json.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_participants()
{
    return {
        .path = "GET /{forum}/participants",
        .allow = web::anyone,
        .query = {{.name = "delegation", .meaning = "Only those of the delegation of this key."},
                  {.name = "q", .meaning = "Only those whose name holds these words."},
                  {.name = "from", .meaning = "How many to leave out before the first."}},
        .run = web::on<forum::Forum>(show)};
}

static ParticipantsPage asked_for(const web::Desk& desk, const forum::Forum& forum)
{
    auto& session = desk.session();
    ParticipantsPage page;
    page.delegations = delegations_at(session, forum.id);
    Filter filter{.holds_place = true, .on_list = true};
    const auto* part = part_keyed(page.delegations, desk.query("delegation"));
    if (part)
        filter.delegation = DelegationId{part->number};
    filter.words = desk.query("q");
    filter.at_most = participants_a_page;
    filter.from = from_of(desk);
    page.people = coming_at(session, forum.id, filter);
    page.pages = {forum.address() + "/participants",
                  {{"delegation", part ? part->key : std::string{}}, {"q", filter.words}},
                  count_at(session, forum.id, filter),
                  filter.from,
                  participants_a_page};
    return page;
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto page = asked_for(desk, forum);
    if (desk.wants(web::Format::html))
        return desk.show(participants_page(desk, forum, page));
    return desk.show(Json::object(
        {{"found", page.pages.found},
         {"next", next_json(page.pages)},
         {"participants", forum::list_json(page.people, [&](const Registered& one) {
              const auto* part = part_of(page.delegations, one.registration.delegation().number());
              return Json::object({{"name", forum::text_json(one.particulars.name())},
                                   {"honorific", forum::text_json(one.particulars.honorific())},
                                   {"post", forum::text_json(one.particulars.post())},
                                   {"role", one.particulars["role"]},
                                   {"delegation", part ? Json(part->key) : Json()}});
          })}}));
}

}  // namespace sala::registration
