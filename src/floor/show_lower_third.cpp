// SPDX-License-Identifier: Apache-2.0
//
// The picture of the camera gets the name of who speaks: an address for the video desk, without a
// login.

#include "floor/screen.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_lower_third()
{
    return {.path = "GET /{forum}/sittings/{sitting}/lower-third",
            .allow = web::anyone,
            .query = queries_of_screen(),
            .run = web::on<Hall>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall)
{
    return screen(desk, hall, "lower-third");
}

}  // namespace sala::floor
