// SPDX-License-Identifier: Apache-2.0
//
// A link that signs in goes to the address that was typed, if somebody with it may sign in here. It
// leaves by itself, at once; only its recipient sees it. Whoever asked is told the same either way.

#include "web/sign_in_letter.hpp"
#include "web/sign_in_page.view.hpp"
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
    const auto address = plain_address(form["address"]);
    if (const auto may = may_ask_for_link(desk, address); !may)
        return may.refusal();
    send_sign_in_link(desk, address);
    return desk.go("/login/letter?sent=1");
}

}  // namespace sala::web
