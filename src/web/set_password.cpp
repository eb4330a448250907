// SPDX-License-Identifier: Apache-2.0
//
// Somebody sets or changes their password. A weak one is refused with a sentence that says what
// would be right; every other browser of theirs is signed out.

#include "web/login_secrets.hpp"
#include "web/login_session.hpp"
#include "web/password_form.view.hpp"
#include "web/session_cookie.hpp"
#include "web/sign_in_attempts.hpp"
#include "web/verb.hpp"

namespace sala::web {

static std::any hash_both(const BeforeTurn& before);
static Result<Reply> set(Desk& desk, const Form& form);

Verb set_password()
{
    return {.path = "POST /login/mine/password",
            .allow = signed_in,
            .form = fields_of_password(),
            .run = simply(set),
            .prepare = hash_both};
}

namespace {

struct Hashed {
    std::string until_now;  // the hash that the present password fitted; empty when it did not
    std::string anew;
};

}  // namespace

std::any hash_both(const BeforeTurn& before)
{
    std::optional<KeptPassword> kept;
    before.look([&](store::Session& session) {
        const auto visitor =
            visitor_of(session, cookie_of(before.request, session_cookie), before.house.clock());
        if (visitor)
            kept = password_of(session, visitor->login);
    });
    Hashed hashed;
    if (kept && password_fits(before.form["current"], kept->hash))
        hashed.until_now = kept->hash;
    if (!kept || !hashed.until_now.empty())
        hashed.anew = password_hash(before.form["password"]);
    return hashed;
}

Result<Reply> set(Desk& desk, const Form& form)
{
    auto& session = desk.session();
    const auto login = desk.visitor().login;
    const auto& hashed = desk.prepared<Hashed>();
    const auto kept = password_of(session, login);
    const auto who = login.word();
    const Attempt attempt{"password", who, desk.request().peer};
    if (const auto may = may_try(session, attempt, desk.now()); !may)
        return may.refusal();
    if (hashed.anew.empty() || (kept && kept->hash != hashed.until_now)) {
        note_attempt(session, attempt, desk.now(), *desk.house().numbering);
        desk.keep_even_refused();
        return invalid("current", "wrong-password", "This is not your password until now.");
    }
    const auto address =
        session.find<std::string>("SELECT address FROM login_address WHERE login = :login", login);
    if (const auto good =
            is_good_password(form["password"], {desk.visitor().name,
                                                address ? std::get<0>(*address) : std::string{}});
        !good)
        return good.refusal();
    keep_password(session, login, hashed.anew, desk.now());
    end_sessions_of(session, login, desk.now(), cookie_of(desk.request(), session_cookie));
    return desk.go("/login/mine");
}

}  // namespace sala::web
