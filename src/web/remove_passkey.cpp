// SPDX-License-Identifier: Apache-2.0
//
// Somebody takes one of their passkeys away: it opens nothing from now on, and they are told by
// letter, because it may be somebody else at their browser.

#include "web/login_secrets.hpp"
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
    const auto login = desk.visitor().login;
    const auto key = code_key_of(desk.session(), login);
    const auto left = passkeys_of(desk.session(), login).size() + (key && key->confirmed ? 1 : 0);
    if (const auto may = may_lose_second_step(desk, left > 0 ? left - 1 : 0); !may)
        return may.refusal();
    const auto gone = remove_passkey_of(desk.session(), login, desk.at("passkey"));
    if (!gone)
        return gone.refusal();
    tell_owner(desk, login, *gone, PasskeyNews::removed);
    return desk.go("/login/mine/passkeys");
}

}  // namespace sala::web
