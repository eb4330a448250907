// SPDX-License-Identifier: Apache-2.0
//
// The secretariat of the server is asked whether a device of somebody is really lost, and told what
// is taken from them: in a list of thousands a wrong line is soon hit.

#include "web/all_logins.view.hpp"
#include "web/login_store.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> ask(Desk& desk);

Verb ask_about_lost_device()
{
    return {.path = "GET /login/all/{login}/lost-device", .allow = secretariat, .run = simply(ask)};
}

Result<Reply> ask(Desk& desk)
{
    const auto one = login_numbered(desk.session(), desk.at("login"));
    if (!one)
        return missing("no-such-login", "There is no such login.");
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"name", one->name}}));
    return desk.show(lost_device_page(desk, one->name));
}

}  // namespace sala::web
