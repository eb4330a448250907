// SPDX-License-Identifier: Apache-2.0
//
// Somebody unties an account of another provider from their login: it opens it no more, and they
// are told by letter, because it may be somebody else at their browser.

#include "web/passkey_desk.hpp"
#include "web/provider_accounts.hpp"

namespace sala::web {

static Result<Reply> untie(Desk& desk);

Verb untie_account()
{
    return {.path = "POST /login/mine/accounts/{account}/untie",
            .allow = signed_in,
            .run = simply(untie)};
}

Result<Reply> untie(Desk& desk)
{
    if (const auto may = may_change_second_step(desk); !may)
        return may.refusal();
    const auto login = desk.visitor().login;
    if (const auto gone = untie_account_of(desk.session(), login, desk.at("account")); !gone)
        return gone.refusal();
    tell_owner(desk, login, AccountNews::untied);
    return desk.go("/login/mine");
}

}  // namespace sala::web
