// SPDX-License-Identifier: Apache-2.0
//
// A delegation sees whom it might meet, the best first, and why.

#include "bilateral/meeting_store.hpp"
#include "bilateral/preferences.view.hpp"
#include "bilateral/rules.hpp"
#include "bilateral/suggestions.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb show_suggestions()
{
    return {.path = "GET /{forum}/delegations/{delegation}/suggestions",
            .allow = forum::focal_points,
            .query = {{.name = "from", .meaning = "How many to leave out before the first."}},
            .run = web::on<Party>(show)};
}

// Whom the rules of the forum forbid, and whom it meets already or has asked.
static std::set<std::int64_t> left_out(web::Desk& desk, const Party& party)
{
    std::set<std::int64_t> out;
    const auto rules = rules_at(desk.session(), party.forum.id);
    for (const auto& other : party.all)
        if (!may_meet(rules, party.self, other))
            out.insert(other.number);
    for (const auto& meeting : meetings_at(desk.session(), party.forum.id, party.self.number))
        if (meeting.meets(party.self.number) &&
            (meeting.is_open(desk.now()) || meeting.status(desk.now()) == Status::accepted))
            for (const auto delegation : meeting.delegations())
                out.insert(delegation);
    return out;
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    const auto suggestions =
        suggestions_for(matching_at(desk.session(), party.forum.id), party.self,
                        shown_preferences(desk, party), left_out(desk, party));
    const auto topics = topics_at(desk.session(), party.forum.id);
    if (desk.wants(web::Format::json))
        return desk.show(Json::object(
            {{"suggestions", forum::list_json(suggestions, [&](const Suggestion& suggestion) {
                  return suggestion_json(desk.reader(), suggestion, topics, party.all);
              })}}));
    return desk.show(suggestions_page(desk, party, suggestions, topics));
}

}  // namespace sala::bilateral
