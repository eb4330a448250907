// SPDX-License-Identifier: Apache-2.0
//
// Somebody takes one of their passkeys away: it opens nothing from now on.

#include "web/passkey_desk.hpp"

namespace sala::web {

static Result<Reply> remove(Desk& desk);

Verb remove_passkey()
{
    return {.path = "POST /login/mine/passkeys/{passkey}/remove",
            .allow = signed_in,
            .run = simply(remove)};
}

Result<Reply> remove(Desk& desk)
{
    if (const auto may = may_change_second_step(desk); !may)
        return may.refusal();
    if (const auto gone =
            remove_passkey_of(desk.session(), desk.visitor().login, desk.at("passkey"));
        !gone)
        return gone.refusal();
    return desk.go("/login/mine/passkeys");
}

}  // namespace sala::web
