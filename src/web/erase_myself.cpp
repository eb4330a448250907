// SPDX-License-Identifier: Apache-2.0
//
// Somebody is erased: name, address, sessions and letters go and their roles end. The acts stay, so
// that what was decided can still be told, without the person.

#include "web/login_store.hpp"
#include "web/login_streams.hpp"
#include "web/privacy.view.hpp"
#include "web/session_cookie.hpp"

namespace sala::web {

static Result<Reply> erase(Desk& desk);

Verb erase_myself()
{
    return {.path = "POST /login/mine/erase", .allow = signed_in, .run = simply(erase)};
}

Result<Reply> erase(Desk& desk)
{
    if (is_last_secretary(desk.session(), desk.visitor().login))
        return conflict("last-secretary",
                        "You are the only secretary of this server. Give the role to a colleague "
                        "on the page of logins first; then nobody is left without help.");
    if (desk.house().kept_data)
        erase_login(desk.session(), *desk.house().kept_data, desk.visitor().login, desk.now());
    desk.again("erased:login");
    desk.acts_for("login/" + desk.visitor().login.word());
    desk.again(of_login(desk.visitor().login));
    return desk.go("/").with("Set-Cookie", end_session_cookie());
}

}  // namespace sala::web
