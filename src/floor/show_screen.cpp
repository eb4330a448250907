// SPDX-License-Identifier: Apache-2.0
//
// Everybody in the hall sees who speaks, for how long still, and who is next: an address for the
// machine behind the wall, without a login.

#include "floor/screen.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_screen()
{
    return {.path = "GET /{forum}/sittings/{sitting}/screen",
            .allow = web::anyone,
            .query = queries_of_screen(),
            .run = web::on<Hall>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall) { return screen(desk, hall, "hall"); }

}  // namespace sala::floor
