// SPDX-License-Identifier: Apache-2.0

#include "web/own_password.hpp"

#include "web/login_session.hpp"
#include "web/passkey_desk.hpp"
#include "web/password.hpp"
#include "web/session_cookie.hpp"
#include "web/sign_in_attempts.hpp"

namespace sala::web {

HashedPasswords hash_passwords(const BeforeTurn& before)
{
    std::optional<KeptPassword> kept;
    bool lately = false;
    bool may = false;
    before.look([&](store::Session& session) {
        const auto token = cookie_of(before.request, session_cookie);
        const auto now = before.house.clock();
        const auto visitor = visitor_of(session, token, now);
        if (!visitor)
            return;
        const auto who = visitor->login.word();
        kept = password_of(session, visitor->login);
        lately = came_in_lately(session, token, now);
        may =
            static_cast<bool>(may_try(session, Attempt{"password", who, before.request.peer}, now));
    });
    HashedPasswords hashed;
    if (kept && may && password_fits(before.form["current"], kept->hash))
        hashed.until_now = kept->hash;
    if (!kept || lately || !hashed.until_now.empty())
        hashed.anew = password_hash(before.form["password"]);
    return hashed;
}

Allowed may_set_password(Desk& desk, const HashedPasswords& hashed,
                         const std::optional<KeptPassword>& kept)
{
    auto& session = desk.session();
    if (kept && kept->hash == hashed.until_now)
        return allowed();
    const auto token = cookie_of(desk.request(), session_cookie);
    if (!hashed.anew.empty() && (!kept || came_in_lately(session, token, desk.now())))
        return may_change_second_step(desk);
    const auto who = desk.visitor().login.word();
    const Attempt attempt{"password", who, desk.request().peer};
    if (const auto may = may_try(session, attempt, desk.now()); !may)
        return may;
    note_attempt(session, attempt, desk.now(), *desk.house().numbering);
    desk.keep_even_refused();
    return invalid("current", "wrong-password", "This is not your password until now.");
}

OwnerNews password_news(const Desk& desk, bool had_one)
{
    return {had_one ? tr("The password of your login was changed")
                    : tr("A password was set for your login"),
            {tr("It signs in from now on, and every other browser was signed out. If it was you, "
                "all is well."),
             tr("If it was not you, sign in with a link by e-mail and set another one at once; the "
                "one until now is not asked for: {address}",
                {{"address", desk.absolute("/login/letter")}})},
            "password_letter"};
}

}  // namespace sala::web
