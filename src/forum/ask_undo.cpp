// SPDX-License-Identifier: Apache-2.0
//
// Shows what taking the last change back would do, before it is done.

#include "forum/row_undo.hpp"

namespace sala::forum {

static Result<web::Reply> ask(web::Desk& desk, const Forum& forum);

web::Verb ask_undo()
{
    return {.path = "GET /{forum}/sheets/{sheet}/{key}/undo",
            .allow = web::secretariat,
            .run = web::on<Forum>(ask)};
}

Result<web::Reply> ask(web::Desk& desk, const Forum& forum)
{
    const auto history = row_history_at(desk, forum);
    if (!history)
        return history.refusal();
    return ask_to_undo(desk, forum, *history);
}

}  // namespace sala::forum
