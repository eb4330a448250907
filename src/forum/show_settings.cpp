// SPDX-License-Identifier: Apache-2.0
//
// What the forum is called, when and where it is, and in which languages it is kept.

#include "forum/row.view.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_settings()
{
    return {.path = "GET /{forum}/settings",
            .allow = web::secretariat,
            .query = {{.name = "saved", .meaning = "Says above the row that it was saved."}},
            .run = web::on<Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    return show_row(desk, forum, settings_row(desk, forum), desk.address(),
                    forum.address() + "/desk");
}

}  // namespace sala::forum
