// SPDX-License-Identifier: Apache-2.0
//
// A delegation chooses whom to ask for a meeting, and says what it would talk about.

#include "bilateral/kept_meetings.hpp"
#include "bilateral/new_meeting.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb new_meeting()
{
    return {.path = "GET /{forum}/delegations/{delegation}/meetings/new",
            .allow = forum::focal_points,
            .query = {{.name = "with", .meaning = "The key of the delegation to ask."}},
            .run = web::on<Party>(show)};
}

// Those that the rules of the forum let it ask.
static std::vector<std::pair<std::string, Sentence>> whom_to_ask(web::Desk& desk,
                                                                 const Party& party)
{
    const auto rules = rules_at(desk.session(), party.forum.id);
    std::vector<std::pair<std::string, Sentence>> all;
    for (const auto& known : party.all)
        if (may_ask(rules, party.self, known))
            all.emplace_back(known.key, Sentence{known.words(desk.reader()), {}, {}, 0});
    return all;
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    const auto whom = whom_to_ask(desk, party);
    if (desk.wants(web::Format::json)) {
        auto list = Json::array();
        for (const auto& [key, name] : whom)
            list.push(key);
        return desk.show(Json::object({{"may_ask", list}}));
    }
    web::Form blank;
    blank.set("with", desk.query("with"));
    blank.set("slots", "1");
    if (!desk.typed())
        desk.comes_back(&blank, {});
    return desk.show(new_meeting_page(
        desk, party, whom, words_stand_until(desk.session(), party.forum.id, desk.now())));
}

}  // namespace sala::bilateral
