// SPDX-License-Identifier: Apache-2.0
//
// One letter, as its reader will see it, and the two things that can be done with it.

#include "forum/letter_at.hpp"
#include "forum/show_letter.view.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_letter()
{
    return {.path = "GET /{forum}/outbox/{letter}",
            .allow = web::secretariat,
            .run = web::on<Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto kept = letter_at(desk, forum);
    if (!kept)
        return kept.refusal();
    const auto came_back =
        mail::standing_of(mail::standings_at(desk.session(), forum.id), kept->letter.to_address)
            .came_back;
    if (desk.wants(web::Format::json)) {
        auto json = letter_json(*kept);
        json.set("came_back", came_back ? Json(came_back->reason) : Json());
        return desk.show(json);
    }
    return desk.show(letter_page(desk, forum, *kept, came_back));
}

}  // namespace sala::forum
