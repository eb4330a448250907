// SPDX-License-Identifier: Apache-2.0
//
// Somebody takes one of their passkeys away: it opens nothing from now on, and they are told by
// letter, because it may be somebody else at their browser.

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
    const auto gone = remove_passkey_of(desk.session(), login, desk.at("passkey"));
    if (!gone)
        return gone.refusal();
    tell_owner(desk, login, *gone, PasskeyNews::removed);
    return desk.go("/login/mine/passkeys");
}

}  // namespace sala::web
