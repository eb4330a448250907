// SPDX-License-Identifier: Apache-2.0
//
// Somebody signs in with a link: it is used up, this browser is theirs for 14 days, and they come
// where they wanted to go before they were asked to sign in.

#include "web/way_in.hpp"

namespace sala::web {

static Result<Reply> use(Desk& desk);

Verb sign_in() { return {.path = "POST /login/{token}", .allow = anyone, .run = simply(use)}; }

Result<Reply> use(Desk& desk)
{
    if (const auto may = may_sign_in_here(desk); !may)
        return may.refusal();
    const auto link = use_sign_in_link(desk.session(), desk.at("token"), desk.now());
    if (!link)
        return link.refusal();
    return come_in(desk, link->login, link->way);
}

}  // namespace sala::web
