// SPDX-License-Identifier: Apache-2.0
//
// Somebody who is registered asks for a link to their own place. It goes to the address, if it is
// that of a registration here; whoever asked is told the same either way, after the same work
// (web/sign_in_wish.hpp).

#include "registration/own.view.hpp"
#include "web/session_cookie.hpp"
#include "web/sign_in_wish.hpp"
#include "web/way_in.hpp"

namespace sala::registration {

static Result<web::Reply> ask(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb ask_own_letter()
{
    return {.path = "POST /{forum}/mine/letter",
            .allow = web::anyone,
            .form = fields_of_own_letter(),
            .run = web::on<forum::Forum>(ask)};
}

Result<web::Reply> ask(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    if (const auto may = web::may_sign_in_here(desk); !may)
        return may.refusal();
    if (const auto may = web::wish_for_link(desk, web::plain_address(form["address"]), forum.id);
        !may)
        return may.refusal();
    return desk.go(own_address(forum) + "/letter?sent=1")
        .with("Set-Cookie", web::set_next(own_address(forum)));
}

}  // namespace sala::registration
