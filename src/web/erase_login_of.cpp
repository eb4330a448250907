// SPDX-License-Identifier: Apache-2.0
//
// The secretariat of the server erases somebody else: name, address, sessions, registrations and
// letters go and their roles end. That it was done, and by whom, stays on record.

#include "web/kept_data.hpp"
#include "web/login_store.hpp"
#include "web/login_streams.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> erase(Desk& desk);

Verb erase_login_of()
{
    return {.path = "POST /login/all/{login}/erase", .allow = secretariat, .run = simply(erase)};
}

Result<Reply> erase(Desk& desk)
{
    const auto one = login_numbered(desk.session(), desk.at("login"));
    if (!one)
        return missing("no-such-login", "There is no such login.");
    if (one->login == desk.visitor().login)
        return forbidden(
            "own-login",
            "This is your own login. Have yourself erased from the page of your name.");
    if (desk.house().kept_data)
        erase_login(desk.session(), *desk.house().kept_data, one->login, desk.now());
    desk.again("erased:login");
    desk.acts_for("login/" + one->login.word());
    desk.again(of_login(one->login));
    return desk.go("/login/all");
}

}  // namespace sala::web
