// SPDX-License-Identifier: Apache-2.0
//
// Somebody begins to set up codes: a key is made for their app. It asks for nothing before its
// first code has been given.

#include "web/login_secrets.hpp"
#include "web/passkey_desk.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> begin(Desk& desk);

Verb begin_code_setup()
{
    return {.path = "POST /login/mine/code/begin", .allow = signed_in, .run = simply(begin)};
}

Result<Reply> begin(Desk& desk)
{
    if (const auto may = may_change_second_step(desk); !may)
        return may.refusal();
    begin_code_key(desk.session(), desk.visitor().login);
    return desk.go("/login/mine/code");
}

}  // namespace sala::web
