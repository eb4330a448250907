// SPDX-License-Identifier: Apache-2.0
//
// Somebody signs out, and this browser is nobody's again.

#include "web/login_session.hpp"
#include "web/login_streams.hpp"
#include "web/session_cookie.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> end(Desk& desk);

Verb sign_out() { return {.path = "POST /login/out", .allow = anyone, .run = simply(end)}; }

Result<Reply> end(Desk& desk)
{
    end_session(desk.session(), cookie_of(desk.request(), session_cookie), desk.now());
    desk.again(of_login(desk.visitor().login));
    return desk.go("/").with("Set-Cookie", end_session_cookie());
}

}  // namespace sala::web
