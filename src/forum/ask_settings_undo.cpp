// SPDX-License-Identifier: Apache-2.0
//
// Shows what taking the last change of the settings back would do, before it is done.

#include "forum/row_undo.hpp"

namespace sala::forum {

static Result<web::Reply> ask(web::Desk& desk, const Forum& forum);

web::Verb ask_settings_undo()
{
    return {.path = "GET /{forum}/settings/undo",
            .allow = web::secretariat,
            .run = web::on<Forum>(ask)};
}

Result<web::Reply> ask(web::Desk& desk, const Forum& forum)
{
    return ask_to_undo(desk, forum, settings_history(desk, forum));
}

}  // namespace sala::forum
