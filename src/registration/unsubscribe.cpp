// SPDX-License-Identifier: Apache-2.0
//
// Somebody wants no more reminders and news of a forum. Nobody signs in for that, and a mail
// program does it by itself (RFC 8058). What waits for them in the outbox is dropped.

#include "registration/unsubscribe.view.hpp"

namespace sala::registration {

static Result<web::Reply> unsubscribed(web::Desk& desk);

web::Verb unsubscribe()
{
    return {.path = "POST /{forum}/unsubscribe/{token}",
            .allow = web::anyone,
            .run = web::simply(unsubscribed)};
}

Result<web::Reply> unsubscribed(web::Desk& desk)
{
    const auto forum = forum::find_forum(desk.session(), desk.at("forum"));
    const auto letter = letter_of_link(desk.session(), forum, desk.at("token"));
    if (!letter)
        return letter.refusal();
    mail::unsubscribe(desk.session(), *letter, desk.now());
    auto reply = desk.wants(web::Format::json) ? desk.show(Json::object({{"unsubscribed", true}}))
                                               : desk.show(unsubscribe_page(desk, *forum, true));
    return reply.with("Referrer-Policy", "no-referrer").with("Cache-Control", "no-store");
}

}  // namespace sala::registration
