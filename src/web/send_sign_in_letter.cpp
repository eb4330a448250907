// SPDX-License-Identifier: Apache-2.0
//
// A link that signs in goes to the address that was typed, if somebody with it may sign in here. It
// leaves by itself, within a second or two; only its recipient sees it. Whoever asked is told the
// same either way, after the same work.

#include "web/sign_in_page.view.hpp"
#include "web/sign_in_wish.hpp"
#include "web/way_in.hpp"

namespace sala::web {

static Result<Reply> send(Desk& desk, const Form& form);

Verb send_sign_in_letter()
{
    return {.path = "POST /login/letter",
            .allow = anyone,
            .form = fields_of_letter(),
            .run = simply(send)};
}

Result<Reply> send(Desk& desk, const Form& form)
{
    if (const auto may = may_sign_in_here(desk); !may)
        return may.refusal();
    if (const auto may = wish_for_link(desk, plain_address(form["address"])); !may)
        return may.refusal();
    return desk.go("/login/letter?sent=1");
}

}  // namespace sala::web
