// SPDX-License-Identifier: Apache-2.0
//
// Somebody who is on no list is noted at the door. They are registered and sent in on behalf of
// their delegation, or without one; the secretariat decides, and the badge follows. The door alone
// lets nobody in.

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

Result<web::Reply> note(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto delegation = delegation_of_walk_in(desk, forum, form);
    if (!delegation)
        return delegation.refusal();
    const auto person = particulars_of_walk_in(desk, forum, form);
    if (!person)
        return person.refusal();
    const auto id = registration::begin_registration(desk, *delegation, *person);
    const auto act =
        Registration(forum.id, id, delegation->id)
            .taken(desk.next_id<registration::Act>(), {.step = registration::Step::submit,
                                                       .side = registration::Side::secretariat,
                                                       .by = desk.visitor().login,
                                                       .at = desk.now()});
    if (!act)
        return act.refusal();
    desk.record(*act);
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/door?q=" +
                   web::percent_encoded(form[form["name"].empty() ? "name_th" : "name"]));
}

}  // namespace sala::door
