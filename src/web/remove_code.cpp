// SPDX-License-Identifier: Apache-2.0
//
// Somebody no longer wants to be asked for a code, and proves with a last one that it is they who
// say so. A letter tells them: from now on the first step alone signs in. Where the secretariat
// must give a code, its people keep one.

#include "web/code_guess.hpp"
#include "web/login_secrets.hpp"
#include "web/owner_letter.hpp"
#include "web/passkey_desk.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> remove(Desk& desk, const Form& form);

Verb remove_code()
{
    return {.path = "POST /login/mine/code/remove",
            .allow = signed_in,
            .form = {secret("code", tr("A code of now, or a recovery code")).at_most(40)},
            .run = simply(remove)};
}

static OwnerNews codes_taken_away(const Desk& desk)
{
    return {tr("Your login asks for no code any more"),
            {tr("Codes of an app were ended for your login. If it was you, all is well."),
             tr("If it was not you, set a new password and set codes up again: {address}",
                {{"address", desk.absolute("/login/mine")}})},
            "code_letter"};
}

Result<Reply> remove(Desk& desk, const Form& form)
{
    const auto login = desk.visitor().login;
    const auto passkeys = passkeys_of(desk.session(), login).size();
    if (const auto may = may_lose_second_step(desk, passkeys); !may)
        return may.refusal();
    const auto good = guess_code(
        desk, login, [&] { return use_code(desk.session(), login, form["code"], desk.now()); });
    if (!good)
        return good.refusal();
    forget_codes(desk.session(), login);
    tell_owner(desk, login, codes_taken_away(desk));
    return desk.go("/login/mine");
}

}  // namespace sala::web
