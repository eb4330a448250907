// SPDX-License-Identifier: Apache-2.0
//
// Somebody has lost the device that shows their codes or holds their passkey. A second secretary,
// who knows them, takes codes and passkeys away, and the password with them: alone it would open
// more than before. They are signed out everywhere, links and tokens end, and a letter tells them
// what to do; that it was done, and by whom, stays on record.

#include "web/api_token.hpp"
#include "web/login_secrets.hpp"
#include "web/login_session.hpp"
#include "web/login_streams.hpp"
#include "web/owner_letter.hpp"
#include "web/passkey_store.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> report(Desk& desk);

Verb report_lost_device()
{
    return {
        .path = "POST /login/all/{login}/lost-device", .allow = secretariat, .run = simply(report)};
}

static OwnerNews lost_device(const Desk& desk)
{
    return {tr("A device of yours was reported lost"),
            {tr("The secretariat was told that a device with which you sign in is lost. Your "
                "password, codes, passkeys and tokens of programs are good no more, and you are "
                "signed out everywhere."),
             tr("Sign in with a link by e-mail: {address}",
                {{"address", desk.absolute("/login/letter")}}),
             tr("Then set a new password, and codes or a passkey on your new device. If your "
                "e-mail is read on the lost device, change its password first. If nothing is lost, "
                "tell the secretariat.")},
            "lost_device_letter"};
}

Result<Reply> report(Desk& desk)
{
    auto& session = desk.session();
    for (const auto& [number] : session.select<std::int64_t>("SELECT id FROM login ORDER BY id")) {
        const Id<Login> login{number};
        if (login.word() != desk.at("login"))
            continue;
        if (login == desk.visitor().login)
            return forbidden("own-device",
                             "This is your own login. Ask a colleague of the secretariat, who "
                             "knows you, to do it.");
        forget_codes(session, login);
        forget_passkeys(session, login);
        forget_password(session, login);
        end_sessions_of(session, login, desk.now());
        end_begun_sign_ins(session, login, desk.now());
        end_tokens_of(session, login, desk.now());
        tell_owner(desk, login, lost_device(desk));
        desk.acts_for("login/" + login.word());
        desk.again(of_login(login));
        return desk.go("/login/all");
    }
    return missing("no-such-login", "There is no such login.");
}

}  // namespace sala::web
