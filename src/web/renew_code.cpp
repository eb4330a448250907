// SPDX-License-Identifier: Apache-2.0
//
// Another telephone shows the codes from now on. A code of the old one, or one from paper, says
// that it is the owner who changes it, and nothing of the old is given up before the new one has
// shown its first. All other browsers are signed out, and a letter tells them.

#include "web/code_guess.hpp"
#include "web/login_secrets.hpp"
#include "web/login_session.hpp"
#include "web/login_streams.hpp"
#include "web/owner_letter.hpp"
#include "web/passkey_desk.hpp"
#include "web/recovery_codes.view.hpp"
#include "web/session_cookie.hpp"
#include "web/show_new_code_key.view.hpp"

namespace sala::web {

static Result<Reply> renew(Desk& desk, const Form& form);

Verb renew_code()
{
    return {.path = "POST /login/mine/code/anew",
            .allow = signed_in,
            .form = fields_of_new_code_key(),
            .run = simply(renew)};
}

static OwnerNews codes_renewed(const Desk& desk)
{
    return {
        tr("Another telephone shows the codes of your login"),
        {tr("Codes of an app were set up anew for your login; the old ones are good no more. If "
            "it was you, all is well."),
         tr("If it was not you, tell the secretariat: a colleague there takes the code away. "
            "Your login: {address}",
            {{"address", desk.absolute("/login/mine")}})},
        "code_letter"};
}

Result<Reply> renew(Desk& desk, const Form& form)
{
    if (const auto may = may_change_second_step(desk); !may)
        return may.refusal();
    const auto login = desk.visitor().login;
    const auto codes = guess_code(desk, login, [&] {
        return replace_code_key(desk.session(), login,
                                {form["key"], form["new_code"], form["code"]}, desk.now());
    });
    if (!codes)
        return codes.refusal();
    strengthen_session(desk.session(), cookie_of(desk.request(), session_cookie));
    end_sessions_of(desk.session(), login, desk.now(), cookie_of(desk.request(), session_cookie));
    tell_owner(desk, login, codes_renewed(desk));
    desk.again(of_login(login));
    return recovery_codes_once(desk, *codes);
}

}  // namespace sala::web
