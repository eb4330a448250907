// SPDX-License-Identifier: Apache-2.0
//
// Somebody is asked whether they want to be erased, and told what stays and who goes with them.

#include "web/privacy.view.hpp"

namespace sala::web {

static Result<Reply> ask(Desk& desk);

Verb ask_erasure()
{
    return {.path = "GET /login/mine/erase", .allow = signed_in, .run = simply(ask)};
}

Result<Reply> ask(Desk& desk)
{
    std::vector<Concerned> concerned;
    if (desk.house().kept_data)
        concerned =
            concerned_by_erasure(desk.session(), *desk.house().kept_data, desk.visitor().login);
    if (desk.wants(Format::json))
        return desk.show(Json::object(
            {{"can_be_erased", true}, {"concerns", concerned_json(desk.reader(), concerned)}}));
    return desk.show(erase_page(desk, concerned));
}

}  // namespace sala::web
