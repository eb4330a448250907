// SPDX-License-Identifier: Apache-2.0
//
// Somebody has another telephone: they see a new key for its app, and type the first code of the
// new one beside a code of the old one or from paper.

#include "web/show_new_code_key.view.hpp"

#include "web/login_secrets.hpp"
#include "web/show_code_key.view.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_new_code_key()
{
    return {.path = "GET /login/mine/code/anew", .allow = signed_in, .run = simply(show)};
}

// A form that comes back shows the key that was scanned already.
static std::string key_shown(const Desk& desk)
{
    const auto* typed = desk.typed();
    return typed && is_code_key((*typed)["key"]) ? (*typed)["key"] : code_key();
}

Result<Reply> show(Desk& desk)
{
    const auto old = code_key_of(desk.session(), desk.visitor().login);
    const bool has_code = old && old->confirmed;
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"has_code", has_code}}));
    return desk
        .show(
            door_page(desk, tr("Codes from another telephone"),
                      has_code ? new_code_key_form(desk, key_shown(desk)) : begin_code_form(desk)))
        .with("Cache-Control", "no-store");
}

}  // namespace sala::web
