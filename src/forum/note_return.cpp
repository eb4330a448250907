// SPDX-License-Identifier: Apache-2.0
//
// Somebody of the secretariat, or their program with a token for the outbox, notes that a letter
// came back and why. From then on letters to the same address ask before they leave.

#include "forum/letter.view.hpp"
#include "forum/letter_at.hpp"

namespace sala::forum {

static Result<web::Reply> note(web::Desk& desk, const Forum& forum, const web::Form& form);

web::Verb note_return()
{
    return {.path = "POST /{forum}/outbox/{letter}/returned",
            .allow = web::secretariat,
            .form = fields_of_return(),
            .run = web::on<Forum>(note)};
}

Result<web::Reply> note(web::Desk& desk, const Forum& forum, const web::Form& form)
{
    const auto kept = letter_at(desk, forum);
    if (!kept)
        return kept.refusal();
    if (!may_come_back(*kept))
        return conflict("letter-has-not-left",
                        "This letter has not left, so it cannot have come back.");
    mail::note_return(desk.session(), {kept->id, form["reason"], desk.visitor().login, desk.now()});
    return desk.go(forum.address() + "/outbox/" + kept->id.word());
}

}  // namespace sala::forum
