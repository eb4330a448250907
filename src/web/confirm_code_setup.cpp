// SPDX-License-Identifier: Apache-2.0
//
// The first code fits: from now on it is asked for when this person signs in. They see their
// recovery codes, now and never again, and a letter tells them.

#include "web/code_guess.hpp"
#include "web/login_secrets.hpp"
#include "web/login_session.hpp"
#include "web/login_streams.hpp"
#include "web/owner_letter.hpp"
#include "web/passkey_desk.hpp"
#include "web/recovery_codes.view.hpp"
#include "web/session_cookie.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> confirm(Desk& desk, const Form& form);

Verb confirm_code_setup()
{
    return {.path = "POST /login/mine/code",
            .allow = signed_in,
            .form = {secret("code", tr("The code that your app shows now")).at_most(40)},
            .run = simply(confirm)};
}

static OwnerNews codes_set_up(const Desk& desk)
{
    return {tr("Your login asks for a code now"),
            {tr("Codes of an app were set up for your login. If it was you, all is well."),
             tr("If it was not you, tell the secretariat: a colleague there takes the code away. "
                "Your login: {address}",
                {{"address", desk.absolute("/login/mine")}})},
            "code_letter"};
}

Result<Reply> confirm(Desk& desk, const Form& form)
{
    if (const auto may = may_change_second_step(desk); !may)
        return may.refusal();
    const auto login = desk.visitor().login;
    const auto codes = guess_code(desk, login, [&] {
        return confirm_code_key(desk.session(), login, form["code"], desk.now());
    });
    if (!codes)
        return codes.refusal();
    strengthen_session(desk.session(), cookie_of(desk.request(), session_cookie));
    end_sessions_of(desk.session(), login, desk.now(), cookie_of(desk.request(), session_cookie));
    tell_owner(desk, login, codes_set_up(desk));
    desk.again(of_login(login));
    return recovery_codes_once(desk, *codes);
}

}  // namespace sala::web
