// SPDX-License-Identifier: Apache-2.0
//
// Somebody has read a letter to many as its recipients will, and lets all of it that waits leave.
// Their name is kept beside each letter. What would go where letters came back from waits on.

#include "registration/circular.view.hpp"

namespace sala::registration {

static Result<web::Reply> approve(web::Desk& desk, const forum::Forum& forum);

web::Verb approve_circular()
{
    return {.path = "POST /{forum}/circulars/{circular}/approve",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(approve)};
}

Result<web::Reply> approve(web::Desk& desk, const forum::Forum& forum)
{
    const auto kept = circular_numbered(desk.session(), forum.id, desk.at("circular"));
    if (!kept)
        return kept.refusal();
    bool any = false;
    bool any_came_back = false;
    const auto recipients = recipients_of(desk.session(), forum, kept->circular);
    for (const auto& one : recipients.all) {
        if (!one.letter || one.letter->state != "prepared")
            continue;
        if (!one.came_back.empty()) {
            any_came_back = true;
            continue;
        }
        if (const auto done =
                mail::approve(desk.session(), one.letter->letter, desk.visitor().name, desk.now());
            !done)
            return done.refusal();
        any = true;
    }
    if (!any && any_came_back)
        return conflict("came-back-before",
                        "What waits goes to addresses from which letters came back. Look at each "
                        "in the outbox.");
    if (!any)
        return conflict("nothing-waits", "No letter of this waits to be read.");
    return desk.go(forum.address() + "/circulars/" + kept->circular.id().word());
}

}  // namespace sala::registration
