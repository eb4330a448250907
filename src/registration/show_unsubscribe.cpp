// SPDX-License-Identifier: Apache-2.0
//
// Whoever follows the link at the end of a reminder is asked once. Following it changes nothing, so
// that a mail scanner unsubscribes nobody.

#include "registration/unsubscribe.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk);

web::Verb show_unsubscribe()
{
    return {
        .path = "GET /{forum}/unsubscribe/{token}", .allow = web::anyone, .run = web::simply(show)};
}

Result<web::Reply> show(web::Desk& desk)
{
    const auto forum = forum::find_forum(desk.session(), desk.at("forum"));
    const auto letter = letter_of_link(desk.session(), forum, desk.at("token"));
    if (!letter)
        return letter.refusal();
    const auto standing =
        mail::standing_of(mail::standings_at(desk.session(), forum->id), letter->letter.to_address);
    auto reply = desk.wants(web::Format::json)
                     ? desk.show(Json::object({{"unsubscribed", standing.wants_none}}))
                     : desk.show(unsubscribe_page(desk, *forum, standing.wants_none));
    return reply.with("Referrer-Policy", "no-referrer").with("Cache-Control", "no-store");
}

}  // namespace sala::registration
