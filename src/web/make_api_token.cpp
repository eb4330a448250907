// SPDX-License-Identifier: Apache-2.0
//
// A program gets a token with somebody's login: for the addresses, the role and the days they said.
// The token is shown once, and a letter tells the owner of the login.

#include "web/login_session.hpp"
#include "web/owner_letter.hpp"
#include "web/session_cookie.hpp"
#include "web/token_form.view.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> make(Desk& desk, const Form& form);

Verb make_api_token()
{
    return {.path = "POST /login/mine/tokens",
            .allow = signed_in,
            .form = fields_of_token(),
            .run = simply(make)};
}

static OwnerNews new_token(const Desk& desk)
{
    return {tr("A token for a program was made with your login"),
            {tr("A program may use your login with it from now on. If it was you who made it, all "
                "is well."),
             tr("If it was not you, end the token here and change your password: {address}",
                {{"address", desk.absolute("/login/mine")}})},
            "token_letter"};
}

Result<Reply> make(Desk& desk, const Form& form)
{
    const TokenScope scope{form["name"], form["below"], form["role"], !form.ticked("changes")};
    // A token is no way round the code: it may only what the browser it was made in may.
    const bool with_code =
        came_in_with_second_step(desk.session(), cookie_of(desk.request(), session_cookie));
    const auto token = make_token(
        desk.session(), desk.next_id<ApiToken>(), desk.visitor().login, scope, with_code,
        desk.now(), desk.now() + std::chrono::hours{24 * form.number("days").value_or(1)});
    if (!token)
        return token.refusal();
    tell_owner(desk, desk.visitor().login, new_token(desk));
    auto reply = desk.wants(Format::json) ? desk.show(Json::object({{"token", *token}}))
                                          : desk.show(made_token_page(desk, *token));
    return reply.with("Cache-Control", "no-store");
}

}  // namespace sala::web
