// SPDX-License-Identifier: Apache-2.0
//
// Somebody wants to sign in with a passkey: one button, and their device does the rest.

#include "web/passkey.view.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_passkey_sign_in()
{
    return {.path = "GET /login/passkey", .allow = anyone, .run = simply(show)};
}

Result<Reply> show(Desk& desk)
{
    if (desk.visitor().signed_in())
        return desk.go("/login/mine");
    const auto place = passkeys_here(desk);
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"passkeys_work", static_cast<bool>(place)}}))
            .with("Cache-Control", "no-store");
    const auto& reader = desk.reader();
    return desk
        .show(door_page(
            desk, tr("Sign in with a passkey"),
            html(reader,
                 place ? passkey_sign_in_form(desk)
                       : html(reader, "<p class=\"note\">", place.refusal().sentence, "</p>\n"),
                 "<p><a href=\"/login\">", tr("Other ways to sign in"), "</a></p>\n")))
        .with("Cache-Control", "no-store");
}

}  // namespace sala::web
