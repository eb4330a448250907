// SPDX-License-Identifier: Apache-2.0

#include "web/passkey_desk.hpp"

#include "web/login_session.hpp"
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
    const auto owner = desk.session().find<std::string, std::string>(
        "SELECT a.address, l.name FROM login_address a JOIN login l ON l.id = a.login WHERE "
        "a.login = :login",
        login);
    if (!owner || !desk.house().mail_leaves)
        return;
    const auto& [address, name] = *owner;
    const auto& reader = desk.reader();
    const bool added = news == PasskeyNews::added;
    const Arguments told{{"passkey", passkey}};
    desk.tell_at_once(
        {.to_address = address,
         .to_name = name,
         .subject = reader.say(added ? tr("A passkey was added to your login")
                                     : tr("A passkey of your login was refused")),
         .body = reader.say(tr("Dear {name},", {{"name", name}})) + "\n\n" +
                 reader.say(
                     added ? tr("The passkey “{passkey}” now signs in with your login. If it was "
                                "you who added it, all is well.",
                                told)
                           : tr("Somebody has tried to sign in with the passkey “{passkey}”. It "
                                "has counted fewer signatures than before, so there may be a copy "
                                "of it. It opens nothing any more.",
                                told)) +
                 "\n" +
                 reader.say(tr("Look at your passkeys here, and remove what is not yours: "
                               "{address}",
                               {{"address", desk.absolute("/login/mine/passkeys")}})) +
                 "\n",
         .language = reader.language,
         .reason = "passkey_letter"});
}

}  // namespace sala::web
