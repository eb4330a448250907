// SPDX-License-Identifier: Apache-2.0
//
// Somebody takes a copy of everything that is kept about them.

#include "web/privacy.view.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_own_data()
{
    return {.path = "GET /login/mine/data", .allow = signed_in, .run = simply(show)};
}

Result<Reply> show(Desk& desk)
{
    if (desk.wants(Format::html))
        return desk.go("/about/privacy");
    auto copy = Json::object();
    if (desk.house().kept_data)
        for (const auto& data : *desk.house().kept_data)
            copy.set(data.name, data.copy(desk.session(), desk.visitor().login));
    return desk.download("application/json", "my-data.json", copy.write() + "\n");
}

}  // namespace sala::web
