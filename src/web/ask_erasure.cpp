// SPDX-License-Identifier: Apache-2.0
//
// Somebody is asked whether they want to be erased, and told what stays.

#include "web/privacy.view.hpp"

namespace sala::web {

static Result<Reply> ask(Desk& desk);

Verb ask_erasure()
{
    return {.path = "GET /login/mine/erase", .allow = signed_in, .run = simply(ask)};
}

Result<Reply> ask(Desk& desk)
{
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"can_be_erased", true}}));
    return desk.show(erase_page(desk));
}

}  // namespace sala::web
