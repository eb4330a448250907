// SPDX-License-Identifier: Apache-2.0
//
// Somebody who is registered asks for a link to their own place. It goes to the address, if it is
// that of a registration here; whoever asked is told the same either way.

#include "mail/standing.hpp"
#include "registration/own.view.hpp"
#include "web/session_cookie.hpp"
#include "web/sign_in_letter.hpp"
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
    const auto address = web::plain_address(form["address"]);
    if (const auto may = web::may_ask_for_link(desk, address); !may)
        return may.refusal();
    if (const auto name = called_at(desk.session(), forum.id, address); name) {
        web::login_at(desk.session(), address, *name, desk.now(), *desk.house().numbering);
        web::send_sign_in_link(desk, address);
    }
    return desk.go(own_address(forum) + "/letter?sent=1")
        .with("Set-Cookie", web::set_next(own_address(forum)));
}

}  // namespace sala::registration
