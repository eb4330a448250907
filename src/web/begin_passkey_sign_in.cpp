// SPDX-License-Identifier: Apache-2.0
//
// Somebody is about to sign in with a passkey. Nobody is named: the device knows whose it is, and
// the answer is the same for everybody. This browser alone can send what it signs.

#include "web/passkey_desk.hpp"
#include "web/sign_in_attempts.hpp"
#include "web/way_in.hpp"

namespace sala::web {

static Result<Reply> begin(Desk& desk);

Verb begin_passkey_sign_in()
{
    return {.path = "POST /login/passkey/begin", .allow = anyone, .run = simply(begin)};
}

static std::string challenge_cookie(const std::string& challenge)
{
    return std::string(passkey_cookie) + "=" + challenge +
           "; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=" +
           std::to_string(std::chrono::seconds(passkey_challenge_lives).count());
}

Result<Reply> begin(Desk& desk)
{
    if (const auto may = may_sign_in_here(desk); !may)
        return may.refusal();
    const auto place = passkeys_here(desk);
    if (!place)
        return place.refusal();
    const auto challenge = new_challenge(desk.session(), {}, desk.now());
    // Forgotten again when it goes well; beginnings without an end are counted.
    const Attempt attempt{"passkey", challenge, desk.request().peer};
    if (const auto may = may_try(desk.session(), attempt, desk.now()); !may)
        return may.refusal();
    note_attempt(desk.session(), attempt, desk.now(), *desk.house().numbering);
    auto reply =
        desk.wants(Format::json)
            ? desk.show(Json::object(
                  {{"challenge", challenge},
                   {"domain", place->domain},
                   {"milliseconds", std::chrono::milliseconds(passkey_challenge_lives).count()}}))
            : desk.go("/login/passkey");
    return reply.with("Set-Cookie", challenge_cookie(challenge)).with("Cache-Control", "no-store");
}

}  // namespace sala::web
