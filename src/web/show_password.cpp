// SPDX-License-Identifier: Apache-2.0
//
// Somebody is asked for a new password, and told beforehand what makes a good one.

#include "web/login_secrets.hpp"
#include "web/password_form.view.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_password()
{
    return {.path = "GET /login/mine/password", .allow = signed_in, .run = simply(show)};
}

Result<Reply> show(Desk& desk)
{
    const bool has_one = password_of(desk.session(), desk.visitor().login).has_value();
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"has_password", has_one}}));
    return desk.show(password_page(desk, has_one));
}

}  // namespace sala::web
