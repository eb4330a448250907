// SPDX-License-Identifier: Apache-2.0
//
// The secretariat of the server is asked whether somebody is really to be erased, and told what
// stays and who goes with them.

#include "web/login_store.hpp"
#include "web/privacy.view.hpp"

namespace sala::web {

static Result<Reply> ask(Desk& desk);

Verb ask_to_erase_login()
{
    return {.path = "GET /login/all/{login}/erase", .allow = secretariat, .run = simply(ask)};
}

Result<Reply> ask(Desk& desk)
{
    const auto one = login_numbered(desk.session(), desk.at("login"));
    if (!one)
        return missing("no-such-login", "There is no such login.");
    std::vector<Concerned> concerned;
    if (desk.house().kept_data)
        concerned = concerned_by_erasure(desk.session(), *desk.house().kept_data, one->login);
    if (desk.wants(Format::json))
        return desk.show(Json::object(
            {{"name", one->name}, {"concerns", concerned_json(desk.reader(), concerned)}}));
    return desk.show(erase_somebody_page(desk, one->name, concerned));
}

}  // namespace sala::web
