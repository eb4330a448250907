// SPDX-License-Identifier: Apache-2.0
//
// Somebody is about to add a passkey: their browser is told for whom and for which server, and what
// the device has to sign within five minutes.

#include "web/login_store.hpp"
#include "web/passkey_desk.hpp"

namespace sala::web {

static Result<Reply> begin(Desk& desk);

Verb begin_passkey()
{
    return {.path = "POST /login/mine/passkeys/begin", .allow = signed_in, .run = simply(begin)};
}

Result<Reply> begin(Desk& desk)
{
    const auto place = passkeys_here(desk);
    if (!place)
        return place.refusal();
    if (const auto may = may_change_second_step(desk); !may)
        return may.refusal();
    auto& session = desk.session();
    const auto& visitor = desk.visitor();
    auto known = Json::array();
    for (const auto& one : passkeys_of(session, visitor.login))
        known.push(one.credential);
    auto algorithms = Json::array();
    for (const int algorithm : passkey_algorithms())
        algorithms.push(algorithm);
    const auto options = Json::object(
        {{"challenge", new_challenge(session, visitor.login, desk.now())},
         {"domain", place->domain},
         {"owner", passkey_handle(session, visitor.login)},
         {"name", visitor.name},
         {"algorithms", algorithms},
         {"known", known},
         {"milliseconds", std::chrono::milliseconds(passkey_challenge_lives).count()}});
    return desk.wants(Format::json) ? desk.show(options).with("Cache-Control", "no-store")
                                    : desk.go("/login/mine/passkeys");
}

}  // namespace sala::web
