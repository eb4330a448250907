// SPDX-License-Identifier: Apache-2.0
//
// A focal point looks at one person of the delegation: what was entered, what became of it, what
// can be done.

#include "registration/ask_person.hpp"
#include "registration/kept_registrations.hpp"
#include "registration/person.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const Delegation& delegation);

web::Verb show_registration()
{
    return {.path = "GET /{forum}/delegations/{delegation}/people/{registration}",
            .allow = forum::focal_points,
            .run = web::on<Delegation>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Delegation& delegation)
{
    auto& session = desk.session();
    const auto forum = delegation.forum.id;
    const auto one = registered(session, forum, desk.at("registration"), delegation.id);
    if (!one)
        return one.refusal();
    const auto id = one->registration.id();
    const auto answers = answers_of(session, forum, id);
    PersonPage page{.one = *one};
    page.categories = categories_at(session, forum);
    const auto status = one->registration.status();
    const auto questions = questions_at(session, forum);
    say_all_that_is_wrong(desk, page.categories, questions,
                          {one->counts_as(), one->particulars["category"]});
    page.asked = asked_of(questions, one->particulars["category"], one->counts_as(), answers);
    page.answers = answers;
    page.acts = acts_of(session, forum, id);
    page.wish = open_wish(session, forum, id);
    page.asked_for = wishes_of(session, forum, id);
    if (one->particulars["role"] == "head")
        page.heads = heads_of(session, forum, delegation.id);
    page.over = forgets_visas(session, forum, desk.now());
    const bool open = status == Status::draft || status == Status::returned;
    page.closed = !open && !delegation.on_behalf &&
                  rules_at(session, forum).closed(desk.now(), delegation.forum.zone);
    if (one->person == 0)
        page.alike =
            people_alike(one->particulars, people_of_delegation(session, forum, delegation.id));
    for (const auto& [person, address] : photo_addresses(session, forum, {id}))
        page.photo = address;
    const auto claim = claim_on(session, forum, one_person(merged_at(session, forum), id));
    if (desk.wants(web::Format::json)) {
        auto json = part_json(one->particulars, differing(one->particulars, {}));
        json.set("status", std::string(word(one->registration.status())));
        json.set("version", std::to_string(one->version));
        json.set("asked_for", wish_json(page.wish));
        if (claim)
            json.set("claimed_at", claim->at.milliseconds());
        return desk.show(json);
    }
    const auto kept = form_shown(*one, answers, page.closed ? page.wish : std::nullopt);
    if (!desk.typed())
        desk.comes_back(&kept, desk.refusals());
    return desk.show(
        person_page(desk, delegation, page, why_letters_came_back(session, *one), claim));
}

}  // namespace sala::registration
