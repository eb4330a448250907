// SPDX-License-Identifier: Apache-2.0
//
// Somebody signs in: the link is used up, this browser is theirs for 14 days, and they come where
// they wanted to go before they were asked to sign in.

#include "web/login_store.hpp"
#include "web/session_cookie.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> use(Desk& desk);

Verb sign_in() { return {.path = "POST /login/{token}", .allow = anyone, .run = simply(use)}; }

Result<Reply> use(Desk& desk)
{
    if (!desk.request().secure && !desk.request().loopback)
        return forbidden("sign-in-needs-tls",
                         "Signing in is off because this connection is not encrypted. "
                         "Open this server's https address, or use the machine it runs on.");
    const auto token = use_sign_in_link(desk.session(), desk.at("token"), desk.now());
    if (!token)
        return token.refusal();
    const auto next = next_of(desk.request());
    auto reply = desk.go(next.empty() ? "/" : next).with("Set-Cookie", set_session(*token));
    return next.empty() ? reply : reply.with("Set-Cookie", end_next());
}

}  // namespace sala::web
