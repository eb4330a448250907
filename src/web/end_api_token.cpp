// SPDX-License-Identifier: Apache-2.0
//
// Somebody ends a token of theirs; the program that holds it is nobody from now on.

#include "web/api_token.hpp"
#include "web/login_streams.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> end(Desk& desk);

Verb end_api_token()
{
    return {.path = "POST /login/mine/tokens/{token}/end", .allow = signed_in, .run = simply(end)};
}

Result<Reply> end(Desk& desk)
{
    if (const auto ended =
            end_token(desk.session(), desk.visitor().login, desk.at("token"), desk.now());
        !ended)
        return ended.refusal();
    desk.again(of_login(desk.visitor().login));
    return desk.go("/login/mine");
}

}  // namespace sala::web
