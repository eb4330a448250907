// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees which pairs of delegations should meet, for the good of all together.

#include "bilateral/pairing_memory.hpp"
#include "bilateral/rules.hpp"
#include "bilateral/suggestions.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_proposal()
{
    return {.path = "GET /{forum}/bilaterals/proposal",
            .allow = web::secretariat,
            .query = {{.name = "from", .meaning = "How many to leave out before the first."}},
            .run = web::on<forum::Forum>(show)};
}

static Proposal proposal_at(store::Session& session, std::int64_t forum)
{
    const auto rules = rules_at(session, forum);
    const auto wishes = wishes_at(session, forum);
    auto matching = matching_at(session, forum);
    PairingProblem problem{.people = static_cast<int>(matching.all.size()),
                           .least = rules.meetings_at_least,
                           .most = rules.meetings_at_most};
    for (int one = 0; one < problem.people; ++one)
        for (int other = one + 1; other < problem.people; ++other) {
            const auto& first = matching.all[static_cast<std::size_t>(one)];
            const auto& second = matching.all[static_cast<std::size_t>(other)];
            if (may_meet(rules, first, second))
                problem.pairs.push_back(
                    {one, other, benefit_of(matching, wishes, first.number, second.number)});
        }
    return {std::move(matching.all), paired_once(problem), problem.least, problem.most};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto proposal = proposal_at(desk.session(), forum.id);
    const auto key = [&](int place) { return proposal.all[static_cast<std::size_t>(place)].key; };
    if (desk.wants(web::Format::json))
        return desk.show(Json::object(
            {{"benefit", proposal.pairing.benefit},
             {"bound", proposal.pairing.bound},
             {"proved", proposal.pairing.proved},
             {"missing_to_least", proposal.pairing.below_least},
             {"below_least", forum::list_json(proposal.below_least(),
                                              [&](const auto& one) {
                                                  return Json::object(
                                                      {{"delegation", proposal.all[one.first].key},
                                                       {"meetings", one.second}});
                                              })},
             {"pairs", forum::list_json(proposal.pairing.pairs, [&](const Pair& pair) {
                  return Json::object({{"one", key(pair.one)},
                                       {"other", key(pair.other)},
                                       {"benefit", pair.benefit}});
              })}}));
    return desk.show(proposal_page(desk, forum, proposal));
}

}  // namespace sala::bilateral
