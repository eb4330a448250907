// SPDX-License-Identifier: Apache-2.0
//
// Somebody sets up an app that shows codes: they see the key it needs and type its first code.
// Later the same page says that codes are asked for, and takes them away again.

#include "web/show_code_key.view.hpp"

#include "web/login_secrets.hpp"
#include "web/passkey_store.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_code_key()
{
    return {.path = "GET /login/mine/code", .allow = signed_in, .run = simply(show)};
}

Result<Reply> show(Desk& desk)
{
    const auto key = code_key_of(desk.session(), desk.visitor().login);
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"has_code", key && key->confirmed}}));
    const bool waits = secretariat_gives_code(desk.session()) && !(key && key->confirmed);
    const bool has_passkey = !passkeys_of(desk.session(), desk.visitor().login).empty();
    const bool needed = !has_passkey && must_give_code(desk.session(), desk.visitor().login);
    return desk
        .show(door_page(desk, tr("Sign in with a code as well"),
                        html(desk.reader(),
                             when(waits, [&] { return code_needed(desk.reader(), has_passkey); }),
                             !key             ? begin_code_form(desk)
                             : key->confirmed ? remove_code_form(desk, needed)
                                              : confirm_code_form(desk, key->key))))
        .with("Cache-Control", "no-store");
}

}  // namespace sala::web
