// SPDX-License-Identifier: Apache-2.0

#include "web/passkey_desk.hpp"

#include "mail/harmless.hpp"
#include "web/login_secrets.hpp"
#include "web/login_session.hpp"
#include "web/owner_letter.hpp"
#include "web/session_cookie.hpp"

namespace sala::web {

Result<PasskeyPlace> passkeys_here(const Desk& desk)
{
    const auto place = passkey_place(desk.house().public_url);
    const bool works = desk.request().secure || desk.request().loopback;
    if (place && works && (!place->origin.empty() || desk.request().loopback))
        return *place;
    return forbidden("no-passkeys-here",
                     "Passkeys need this server's own name over an encrypted connection. Whoever "
                     "looks after the server gives it both, with a certificate and its public "
                     "address.");
}

Allowed may_change_second_step(const Desk& desk)
{
    auto& session = desk.session();
    if (passkeys_of(session, desk.visitor().login).empty() ||
        came_in_with_second_step(session, cookie_of(desk.request(), session_cookie)))
        return allowed();
    return forbidden(
        "passkey-first",
        "You have a passkey. Sign out and in again with it, then you can change this.");
}

Allowed may_lose_second_step(const Desk& desk, std::size_t left)
{
    if (left > 0 || !must_give_code(desk.session(), desk.visitor().login))
        return allowed();
    return forbidden(
        "last-second-step",
        "The secretariat of this server signs in with a code or a passkey, and this is "
        "your last one. Set up another one first, or begin anew with another "
        "telephone: then the new code takes the place of the old one.");
}

static OwnerNews words_of(PasskeyNews news, const Arguments& told)
{
    switch (news) {
    case PasskeyNews::added:
        return {tr("A passkey was added to your login"),
                {tr("The passkey “{passkey}” now signs in with your login. If it was you who added "
                    "it, all is well.",
                    told)},
                "passkey_letter"};
    case PasskeyNews::removed:
        return {tr("A passkey of your login was removed"),
                {tr("The passkey “{passkey}” opens nothing any more. If it was you who removed it, "
                    "all is well. If not, set a new password as well.",
                    told)},
                "passkey_letter"};
    case PasskeyNews::copied:
        break;
    }
    return {tr("A passkey of your login was refused"),
            {tr("Somebody has tried to sign in with the passkey “{passkey}”. It has counted fewer "
                "signatures than before, so there may be a copy of it. It opens nothing any more.",
                told)},
            "passkey_letter"};
}

void tell_owner(Desk& desk, Id<Login> login, const std::string& passkey, PasskeyNews news)
{
    auto told = words_of(news, mail::harmless({{"passkey", passkey}}));
    told.lines.push_back(tr("Look at your passkeys here, and remove what is not yours: {address}",
                            {{"address", desk.absolute("/login/mine/passkeys")}}));
    tell_owner(desk, login, told);
}

}  // namespace sala::web
