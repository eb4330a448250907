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
            .query = {{.name = "from", .meaning = "How many to leave out before the first."}},
            .run = web::on<forum::Forum>(show)};
}

static std::map<Id<Registration>, Registered> people_of(store::Session& session, std::int64_t forum,
                                                        const std::vector<Pair>& pairs)
{
    std::vector<Id<Registration>> numbers;
    for (const auto& pair : pairs)
        numbers.insert(numbers.end(), {pair.one, pair.other});
    std::map<Id<Registration>, Registered> people;
    for (auto& one : registered_at(session, forum, {.among = std::move(numbers)}))
        people.emplace(one.registration.id(), std::move(one));
    return people;
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    DuplicatesPage page;
    page.pages = {desk.address(), {}, 0, from_of(desk), pairs_a_page};
    page.pairs = pairs_alike(desk.session(), forum.id, pairs_listed);
    page.pages.found = static_cast<std::int64_t>(page.pairs.size());
    page.pairs.erase(page.pairs.begin(),
                     page.pairs.begin() + std::min(page.pairs.size(), page.pages.from));
    page.pairs.resize(std::min(page.pairs.size(), pairs_a_page));
    page.people = people_of(desk.session(), forum.id, page.pairs);
    page.merges = merges_at(desk.session(), forum.id);
    page.delegations = delegations_at(desk.session(), forum.id);
    page.revoked = revoked_at(desk.session(), forum.id);
    if (desk.wants(web::Format::html))
        return desk.show(duplicates_page(desk, forum, page));
    return desk.show(Json::object(
        {{"found", page.pages.found},
         {"next", next_json(page.pages)},
         {"pairs", forum::list_json(page.pairs,
                                    [](const Pair& pair) {
                                        return Json::object({{"one", pair.one.word()},
                                                             {"other", pair.other.word()},
                                                             {"alike", pair.score},
                                                             {"same_passport", pair.papers}});
                                    })},
         {"merges", forum::list_json(page.merges, [&](const MergeTold& told) {
              return Json::object({{"id", told.merge.id.word()},
                                   {"kept", told.merge.kept.word()},
                                   {"merged", told.merge.merged.word()},
                                   {"badge_revoked", page.revoked.contains(told.merge.kept)}});
          })}}));
}

}  // namespace sala::registration
