// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees which registrations may be one person, to compare them itself.

#include "registration/duplicates.view.hpp"

#include "forum/text_json.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_duplicates()
{
    return {.path = "GET /{forum}/duplicates",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    DuplicatesPage page;
    page.people = registered_at(desk.session(), forum.id);
    page.pairs = pairs_alike(page.people);
    page.merges = merges_at(desk.session(), forum.id);
    page.delegations = delegations_at(desk.session(), forum.id);
    if (desk.wants(web::Format::html))
        return desk.show(duplicates_page(desk, forum, page));
    return desk.show(Json::object(
        {{"pairs",
          forum::list_json(page.pairs,
                           [&](const Pair& pair) {
                               return Json::object(
                                   {{"one", page.people[pair.one].registration.id().word()},
                                    {"other", page.people[pair.other].registration.id().word()},
                                    {"alike", pair.score}});
                           })},
         {"merges", forum::list_json(page.merges, [](const MergeTold& told) {
              return Json::object({{"id", told.merge.id.word()},
                                   {"kept", told.merge.kept.word()},
                                   {"merged", told.merge.merged.word()}});
          })}}));
}

}  // namespace sala::registration
