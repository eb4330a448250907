// SPDX-License-Identifier: Apache-2.0
//
// Somebody looks at their own login: how it is secured, which browsers are signed in, and which
// programs hold a token of it.

#include "web/login_secrets.hpp"
#include "web/own_login.view.hpp"
#include "web/passkey_store.hpp"
#include "web/session_cookie.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_own_login()
{
    return {.path = "GET /login/mine", .allow = signed_in, .run = simply(show)};
}

static OwnLogin own_login(Desk& desk)
{
    auto& session = desk.session();
    const auto login = desk.visitor().login;
    const auto address =
        session.find<std::string>("SELECT address FROM login_address WHERE login = :login", login);
    const auto key = code_key_of(session, login);
    return {address ? std::get<0>(*address) : std::string{},
            password_of(session, login).has_value(),
            key && key->confirmed,
            recovery_codes_left(session, login),
            passkeys_of(session, login).size(),
            accounts_of(session, login),
            sessions_of(session, login, desk.now()),
            token_hash(cookie_of(desk.request(), session_cookie)),
            tokens_of(session, login, desk.now())};
}

static Json own_login_json(const Desk& desk, const OwnLogin& own)
{
    auto sessions = Json::array();
    for (const auto& one : own.sessions)
        sessions.push(Json::object({{"device", one.device},
                                    {"peer", one.peer},
                                    {"way", one.way},
                                    {"started_at", one.started_at.milliseconds()},
                                    {"this_browser", one.hash == own.this_session}}));
    auto accounts = Json::array();
    for (const auto& one : own.accounts)
        accounts.push(Json::object({{"account", one.name()},
                                    {"issuer", one.issuer},
                                    {"subject", one.subject},
                                    {"since", one.at.milliseconds()}}));
    return Json::object({{"name", desk.visitor().name},
                         {"address", own.address},
                         {"has_password", own.has_password},
                         {"has_code", own.has_code},
                         {"recovery_codes", own.recovery_codes},
                         {"passkeys", own.passkeys},
                         {"accounts", accounts},
                         {"sessions", sessions}});
}

Result<Reply> show(Desk& desk)
{
    const auto own = own_login(desk);
    if (desk.wants(Format::json))
        return desk.show(own_login_json(desk, own));
    return desk.show(own_login_page(desk, own));
}

}  // namespace sala::web
