// SPDX-License-Identifier: Apache-2.0
//
// Somebody sets or changes their password. A weak one is refused with a sentence that says what
// would be right; every other browser of theirs is signed out, and a letter tells them. Who has
// just come in another way needs no old one: it may be forgotten, or somebody else's.

#include "web/api_token.hpp"
#include "web/login_session.hpp"
#include "web/login_streams.hpp"
#include "web/own_password.hpp"
#include "web/password_form.view.hpp"
#include "web/session_cookie.hpp"

namespace sala::web {

static Result<Reply> set(Desk& desk, const Form& form);

Verb set_password()
{
    return {.path = "POST /login/mine/password",
            .allow = signed_in,
            .form = fields_of_password(),
            .run = simply(set),
            .prepare = hash_passwords};
}

Result<Reply> set(Desk& desk, const Form& form)
{
    auto& session = desk.session();
    const auto login = desk.visitor().login;
    const auto& hashed = desk.prepared<HashedPasswords>();
    const auto kept = password_of(session, login);
    if (const auto may = may_set_password(desk, hashed, kept); !may)
        return may.refusal();
    const auto address =
        session.find<std::string>("SELECT address FROM login_address WHERE login = :login", login);
    if (!address)
        return conflict("password-needs-address",
                        "This login has no e-mail address, and a password is asked for beside one: "
                        "it would open nothing. Use a login with an address.");
    if (const auto good =
            is_good_password(form["password"], {desk.visitor().name, std::get<0>(*address)});
        !good)
        return good.refusal();
    keep_password(session, login, hashed.anew, desk.now());
    end_sessions_of(session, login, desk.now(), cookie_of(desk.request(), session_cookie));
    end_begun_sign_ins(session, login, desk.now());
    if (form.ticked("end_tokens"))
        end_tokens_of(session, login, desk.now());
    tell_owner(desk, login, password_news(desk, kept.has_value()));
    desk.again(of_login(desk.visitor().login));
    return desk.go("/login/mine");
}

}  // namespace sala::web
