// SPDX-License-Identifier: Apache-2.0
//
// Somebody has lost the device that shows their codes or holds their passkey. A second secretary,
// who knows them, takes codes and passkeys away, signs them out everywhere and ends their tokens;
// that it was done, and by whom, stays on record.

#include "web/api_token.hpp"
#include "web/login_secrets.hpp"
#include "web/login_session.hpp"
#include "web/passkey_store.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> report(Desk& desk);

Verb report_lost_device()
{
    return {
        .path = "POST /login/all/{login}/lost-device", .allow = secretariat, .run = simply(report)};
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
        end_sessions_of(session, login, desk.now());
        end_tokens_of(session, login, desk.now());
        desk.acts_for("login/" + login.word());
        return desk.go("/login/all");
    }
    return missing("no-such-login", "There is no such login.");
}

}  // namespace sala::web
