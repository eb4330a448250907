// SPDX-License-Identifier: Apache-2.0
//
// Before many are decided about at once, one sees for each what would happen. Nothing is changed.

#include "registration/decisions.view.hpp"
#include "registration/registrations_page.hpp"

#include "forum/text_json.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_decisions()
{
    return {.path = "GET /{forum}/decisions",
            .allow = forum::category_managers,
            .query = {{.name = "step", .meaning = "approve, give-back, wait, refuse, reconsider."},
                      {.name = "reason", .meaning = "What the delegations will read."},
                      {.name = "status", .meaning = "Only those of this status."},
                      {.name = "category", .meaning = "Only those of the category of this key."},
                      {.name = "delegation", .meaning = "Only those of this delegation."},
                      {.name = "q", .meaning = "Only those whose name holds these words."},
                      {.name = "wish",
                       .meaning = "yes: only those of whom a change is asked for.",
                       .words = {"yes"}},
                      {.name = "from", .meaning = "How many to leave out before the first."}},
            .run = web::on<forum::Forum>(show)};
}

// When a decision comes back because somebody was changed, what is new of whom.
static void say_what_is_new(web::Desk& desk, const forum::Forum& forum,
                            const RegistrationsPage& page, std::vector<Foreseen>& people)
{
    if (!desk.typed())
        return;
    const auto questions = questions_at(desk.session(), forum.id);
    for (auto& one : people)
        one.unseen =
            said_anew(desk, one.one, *desk.typed(), fields_seen_of(one.one.registration.id()),
                      page.categories, questions);
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto page = registrations_asked_for(desk, forum, decisions_a_page);
    if (!page)
        return page.refusal();
    const auto step = step_named(desk.query("step")).value_or(Step::approve);
    std::map<std::string, Places> places;
    for (const auto& [key, all] : page->quotas)
        places[key] = {all, taken_of(page->taken, key)};
    auto people = foreseen(page->people, step, desk.query("reason"), places);
    say_what_is_new(desk, forum, *page, people);
    if (desk.wants(web::Format::html))
        return desk.show(decisions_page(desk, forum, *page, people, std::string(word(step)),
                                        desk.query("reason")));
    return desk.show(Json::object(
        {{"found", page->found},
         {"next",
          next_json(pages_decided(*page, forum, std::string(word(step)), desk.query("reason")))},
         {"people", forum::list_json(people, [](const Foreseen& one) {
              return Json::object({{"id", one.one.registration.id().word()},
                                   {"version", std::to_string(one.one.version)},
                                   {"act", one.one.act.word()},
                                   {"refused", one.refusal ? Json(one.refusal->code) : Json()}});
          })}}));
}

}  // namespace sala::registration
