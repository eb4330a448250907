// SPDX-License-Identifier: Apache-2.0
//
// Whoever is registered and not signed in learns how they come to their own place; and is told that
// a link is on its way, in the same words whether somebody is registered with the address or not.

#include "registration/own.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_own_letter()
{
    return {.path = "GET /{forum}/mine/letter",
            .allow = web::anyone,
            .query = {{.name = "sent", .meaning = "Whether one has just been asked for."}},
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"letters_leave", desk.house().mail_leaves}}));
    return desk.show(own_letter_page(desk, forum, !desk.query("sent").empty()));
}

}  // namespace sala::registration
