// SPDX-License-Identifier: Apache-2.0
//
// Somebody has read a letter: it may leave, or it shall not. Their name is kept beside it.

#include "forum/letter_at.hpp"

namespace sala::forum {

static Result<web::Reply> decide(web::Desk& desk, const Forum& forum, const web::Form& form);

web::Verb decide_letter()
{
    return {.path = "POST /{forum}/outbox/{letter}",
            .allow = web::secretariat,
            .form = {web::choice(
                "what", tr("What happens with the letter"),
                {{"approve", tr("Approve and send")}, {"drop", tr("Drop, do not send")}})},
            .run = web::on<Forum>(decide)};
}

Result<web::Reply> decide(web::Desk& desk, const Forum& forum, const web::Form& form)
{
    const auto kept = letter_at(desk, forum);
    if (!kept)
        return kept.refusal();
    const auto done = form["what"] == "approve"
                          ? mail::approve(desk.session(), kept->id, desk.visitor().name, desk.now())
                          : mail::drop(desk.session(), kept->id, desk.visitor().name, desk.now());
    if (!done)
        return done.refusal();
    return desk.go(forum.address() + "/outbox");
}

}  // namespace sala::forum
