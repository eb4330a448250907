// SPDX-License-Identifier: Apache-2.0
//
// Somebody is asked what they are called.

#include "web/own_name.view.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_own_name()
{
    return {.path = "GET /login/mine/name", .allow = signed_in, .run = simply(show)};
}

Result<Reply> show(Desk& desk)
{
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"name", desk.visitor().name}}));
    return desk.show(own_name_page(desk));
}

}  // namespace sala::web
