// SPDX-License-Identifier: Apache-2.0
//
// Somebody looks at their passkeys: when each was added and used, and the form for another one.

#include "web/passkey.view.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_passkeys()
{
    return {.path = "GET /login/mine/passkeys", .allow = signed_in, .run = simply(show)};
}

static Allowed may_add(const Desk& desk)
{
    if (const auto place = passkeys_here(desk); !place)
        return place.refusal();
    return may_change_second_step(desk);
}

Result<Reply> show(Desk& desk)
{
    const auto passkeys = passkeys_of(desk.session(), desk.visitor().login);
    if (!desk.wants(Format::json))
        return desk.show(passkeys_page(desk, passkeys, may_add(desk)))
            .with("Cache-Control", "no-store");
    auto list = Json::array();
    for (const auto& one : passkeys)
        list.push(
            Json::object({{"id", one.id.word()},
                          {"name", one.name},
                          {"created_at", one.created_at.milliseconds()},
                          {"used_at", one.used_at ? Json(one.used_at->milliseconds()) : Json()},
                          {"opens_nothing", one.copied}}));
    return desk.show(Json::object({{"passkeys", list}}));
}

}  // namespace sala::web
