// SPDX-License-Identifier: Apache-2.0
//
// Every revision of the forum's own facts: who changed what, when, and what stood there before.

#include "forum/row_undo.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_settings_history()
{
    return {.path = "GET /{forum}/settings/history",
            .allow = web::secretariat,
            .run = web::on<Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    return show_history(desk, forum, settings_history(desk, forum));
}

}  // namespace sala::forum
