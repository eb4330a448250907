// SPDX-License-Identifier: Apache-2.0
//
// Somebody who is on no list is noted at the door. They are registered and sent in on behalf of
// their delegation; the secretariat decides, and the badge follows. The door alone lets nobody in.

#include "door/walk_in.view.hpp"

namespace sala::door {

static Result<web::Reply> note(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb note_walk_in()
{
    return {.path = "POST /{forum}/door/walk-in",
            .allow = forum::doors,
            .form = fields_of_walk_in(),
            .run = web::on<forum::Forum>(note)};
}

static Result<registration::Particulars> particulars_of(web::Desk& desk, const forum::Forum& forum,
                                                        const web::Form& form)
{
    const auto categories = registration::categories_at(desk.session(), forum.id);
    if (!desk.may(forum::doors, registration::category_limits(categories, form["category"])))
        return forbidden("not-your-category", "Somebody else lets this category in.");
    registration::Particulars person;
    person.set("name_en", form["name"]);
    person.set("organisation", form["organisation"]);
    person.set("category", form["category"]);
    person.set("role", "accompanying");
    const auto wrong = registration::mended(person, registration::keys_of(categories));
    if (!wrong.empty())
        return wrong.front();
    return person;
}

Result<web::Reply> note(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto delegations = registration::delegations_at(desk.session(), forum.id);
    const auto* part = registration::part_keyed(delegations, form["delegation"]);
    if (!part)
        return invalid("delegation", "not-a-choice", "“{value}” is not one of the choices.",
                       {{"value", form["delegation"]}});
    const auto person = particulars_of(desk, forum, form);
    if (!person)
        return person.refusal();
    desk.acts_for("delegation/" + std::to_string(part->number));
    const registration::Delegation delegation{forum, registration::DelegationId{part->number},
                                              part->key, part->name, true};
    const auto id = registration::begin_registration(desk, delegation, *person);
    const auto act =
        Registration(forum.id, id, delegation.id)
            .taken(desk.next_id<registration::Act>(), {.step = registration::Step::submit,
                                                       .side = registration::Side::secretariat,
                                                       .by = desk.visitor().login,
                                                       .at = desk.now()});
    if (!act)
        return act.refusal();
    desk.record(*act);
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/door?q=" + web::percent_encoded(form["name"]));
}

}  // namespace sala::door
