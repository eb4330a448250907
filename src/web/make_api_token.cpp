// SPDX-License-Identifier: Apache-2.0
//
// A program gets a token with somebody's login: for the addresses, the role and the days they said.
// The token is shown once.

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

// A token is no way round the code: it may only what the browser it was made in may.
static bool with_code(Desk& desk)
{
    const auto held = desk.session().find<std::int64_t>(
        "SELECT with_code FROM login_session WHERE token_hash = :hash",
        token_hash(cookie_of(desk.request(), session_cookie)));
    return held && std::get<0>(*held) == 1;
}

Result<Reply> make(Desk& desk, const Form& form)
{
    const TokenScope scope{form["name"], form["below"], form["role"], !form.ticked("changes")};
    const auto token = make_token(
        desk.session(), desk.next_id<ApiToken>(), desk.visitor().login, scope, with_code(desk),
        desk.now(), desk.now() + std::chrono::hours{24 * form.number("days").value_or(1)});
    if (!token)
        return token.refusal();
    auto reply = desk.wants(Format::json) ? desk.show(Json::object({{"token", *token}}))
                                          : desk.show(made_token_page(desk, *token));
    return reply.with("Cache-Control", "no-store");
}

}  // namespace sala::web
