// SPDX-License-Identifier: Apache-2.0
//
// Somebody is no longer a secretary of the server. Nobody takes the role from themselves, so one
// secretary always remains.

#include "web/login_store.hpp"
#include "web/login_streams.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> take(Desk& desk);

Verb take_server_role()
{
    return {
        .path = "POST /login/all/{login}/no-secretary", .allow = secretariat, .run = simply(take)};
}

Result<Reply> take(Desk& desk)
{
    const auto one = login_numbered(desk.session(), desk.at("login"));
    if (!one)
        return missing("no-such-login", "There is no such login.");
    if (one->login == desk.visitor().login)
        return forbidden("own-role",
                         "Nobody takes this role from themselves. Ask a colleague of the "
                         "secretariat.");
    if (!set_server_secretary(desk.session(), one->login, false, desk.now(),
                              *desk.house().numbering))
        return conflict("role-not-held", "This person is no secretary of the server.");
    desk.acts_for("login/" + one->login.word());
    desk.again(of_login(one->login));
    return desk.go("/login/all");
}

}  // namespace sala::web
