// SPDX-License-Identifier: Apache-2.0
//
// Those who decide look at one registration: what was entered, what happened, what they may do.

#include "base/whole_number.hpp"
#include "registration/decision.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_decision()
{
    return {.path = "GET /{forum}/registrations/{registration}",
            .allow = forum::category_managers,
            .run = web::on<forum::Forum>(show)};
}

// What was decided stays, and is all there is to see.
static Result<web::Reply> show_erased(web::Desk& desk, const forum::Forum& forum, Refusal missing)
{
    const auto id = whole_number(desk.at("registration"));
    if (!id || !desk.may(web::secretariat))
        return missing;
    const auto erasure = erasure_of(desk.session(), forum.id, Id<Registration>{*id});
    if (!erasure)
        return missing;
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"status", "erased"}, {"reason", ""}}));
    return desk.show(erased_page(desk, forum, *erasure,
                                 acts_of(desk.session(), forum.id, Id<Registration>{*id})));
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    auto& session = desk.session();
    const auto one = registered(session, forum.id, desk.at("registration"));
    if (!one)
        return show_erased(desk, forum, one.refusal());
    PersonPage page{.one = *one};
    page.categories = categories_at(session, forum.id);
    if (!may_decide(desk, page.categories, one->particulars["category"]))
        return missing("no-such-registration", "There is no such registration here.");
    const auto id = one->registration.id();
    const auto answers = answers_of(session, forum.id, id);
    const auto questions = questions_at(session, forum.id);
    page.asked = asked_of(questions, one->particulars["category"], one->counts_as(), answers);
    page.changed = in_words(desk.reader(), changes_since_approval(session, forum.id, id),
                            page.categories, questions);
    if (desk.typed())
        page.unseen = said_anew(desk, *one, *desk.typed(), {}, page.categories, questions);
    page.answers = answers;
    page.acts = acts_of(session, forum.id, id);
    page.wish = open_wish(session, forum.id, id);
    page.asked_for = wishes_of(session, forum.id, id);
    for (const auto& [person, address] : photo_addresses(session, forum.id, {id}))
        page.photo = address;
    if (desk.wants(web::Format::json)) {
        auto json = part_json(one->particulars, differing(one->particulars, {}));
        json.set("status", std::string(word(one->registration.status())));
        json.set("reason", one->reason);
        json.set("version", std::to_string(one->version));
        json.set("act", one->act.word());
        json.set("asked_for", wish_json(page.wish));
        return desk.show(json);
    }
    const auto delegations = delegations_at(session, forum.id);
    return desk.show(decision_page(desk, forum, page,
                                   part_of(delegations, one->registration.delegation().number()),
                                   why_letters_came_back(session, *one)));
}

}  // namespace sala::registration
