// SPDX-License-Identifier: Apache-2.0

#include "web/passkey_desk.hpp"

#include "mail/harmless.hpp"
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

void tell_owner(Desk& desk, Id<Login> login, const std::string& passkey, PasskeyNews news)
{
    const bool added = news == PasskeyNews::added;
    const auto told = mail::harmless({{"passkey", passkey}});
    tell_owner(desk, login,
               {added ? tr("A passkey was added to your login")
                      : tr("A passkey of your login was refused"),
                {added ? tr("The passkey “{passkey}” now signs in with your login. If it was you "
                            "who added it, all is well.",
                            told)
                       : tr("Somebody has tried to sign in with the passkey “{passkey}”. It has "
                            "counted fewer signatures than before, so there may be a copy of it. "
                            "It opens nothing any more.",
                            told),
                 tr("Look at your passkeys here, and remove what is not yours: {address}",
                    {{"address", desk.absolute("/login/mine/passkeys")}})},
                "passkey_letter"});
}

}  // namespace sala::web
