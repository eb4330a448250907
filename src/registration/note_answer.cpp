// SPDX-License-Identifier: Apache-2.0
//
// A delegation answered by telephone or by letter: the secretariat notes it on its behalf.

#include "registration/invitation.view.hpp"
#include "registration/take_answer.hpp"

namespace sala::registration {

static Result<web::Reply> note(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb note_answer()
{
    return {.path = "POST /{forum}/invitations/{invitation}",
            .allow = web::secretariat,
            .form = fields_of_answer(),
            .run = web::on<forum::Forum>(note)};
}

Result<web::Reply> note(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto one = invited_by_number(desk.session(), forum.id, desk.at("invitation"));
    if (!one)
        return one.refusal();
    desk.acts_for("delegation/" + one->invitation.delegation.word());
    if (const auto taken =
            take_answer(desk, forum, *one, form["comes"] == "yes", answer_words(form));
        !taken)
        return taken.refusal();
    return desk.go(desk.address());
}

}  // namespace sala::registration
