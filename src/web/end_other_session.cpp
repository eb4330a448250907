// SPDX-License-Identifier: Apache-2.0
//
// Somebody signs another browser of theirs out: a telephone that was left somewhere, or one they do
// not know.

#include "web/login_session.hpp"
#include "web/login_streams.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> end(Desk& desk);

Verb end_other_session()
{
    return {
        .path = "POST /login/mine/sessions/{session}/end", .allow = signed_in, .run = simply(end)};
}

Result<Reply> end(Desk& desk)
{
    if (const auto ended =
            end_session_of(desk.session(), desk.visitor().login, desk.at("session"), desk.now());
        !ended)
        return ended.refusal();
    desk.again(of_login(desk.visitor().login));
    return desk.go("/login/mine");
}

}  // namespace sala::web
