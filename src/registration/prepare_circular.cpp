// SPDX-License-Identifier: Apache-2.0
//
// Everybody who is to get a letter to many and has not yet got it is written to. The letters wait
// in the outbox; who answered since the page was opened is not reminded.

#include "registration/circular.view.hpp"

namespace sala::registration {

static Result<web::Reply> prepare(web::Desk& desk, const forum::Forum& forum);

web::Verb prepare_circular()
{
    return {.path = "POST /{forum}/circulars/{circular}",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(prepare)};
}

Result<web::Reply> prepare(web::Desk& desk, const forum::Forum& forum)
{
    const auto kept = circular_numbered(desk.session(), forum.id, desk.at("circular"));
    if (!kept)
        return kept.refusal();
    const auto recipients = recipients_of(desk.session(), forum, kept->circular);
    if (write_to_all(desk, kept->circular, recipients) == 0)
        return conflict("nobody-to-write-to",
                        "There is nobody left who is to get this letter and has not got it.");
    desk.again("forum:" + forum.slug);
    return desk.go(desk.address());
}

}  // namespace sala::registration
