// SPDX-License-Identifier: Apache-2.0
//
// Somebody is asked for a new password, and told beforehand what makes a good one.

#include "web/api_token.hpp"
#include "web/login_secrets.hpp"
#include "web/login_session.hpp"
#include "web/password_form.view.hpp"
#include "web/session_cookie.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_password()
{
    return {.path = "GET /login/mine/password", .allow = signed_in, .run = simply(show)};
}

Result<Reply> show(Desk& desk)
{
    auto& session = desk.session();
    const auto login = desk.visitor().login;
    OwnPassword own;
    own.is_set = password_of(session, login).has_value();
    own.is_asked_for =
        own.is_set &&
        !came_in_lately(session, cookie_of(desk.request(), session_cookie), desk.now());
    for (const auto& token : tokens_of(session, login, desk.now()))
        own.tokens += token.over ? 0 : 1;
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"has_password", own.is_set},
                                       {"asks_for_password", own.is_asked_for},
                                       {"tokens", own.tokens}}));
    return desk.show(password_page(desk, own));
}

}  // namespace sala::web
