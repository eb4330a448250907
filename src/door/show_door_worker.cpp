// SPDX-License-Identifier: Apache-2.0
//
// The script that keeps the page of a door on its telephone, so that it opens without network.

#include "forum/forum_store.hpp"
#include "forum/roles.hpp"
#include "web/assets.hpp"
#include "web/verb.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_door_worker()
{
    return {.path = "GET /{forum}/door-worker",
            .allow = forum::doors,
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum&)
{
    constexpr std::string_view folder = "/assets/";
    const auto address = web::asset_address("door_worker.js");
    const auto script = web::find_asset(address.substr(folder.size()));
    if (!script)
        return missing("no-such-page",
                       "There is no page at this address. The forums are on the first page.");
    // Asked for by the browser itself, which looks for a newer one each time.
    return desk.send("text/javascript; charset=utf-8", std::string(script->bytes))
        .with("Cache-Control", "private, no-cache");
}

}  // namespace sala::door
