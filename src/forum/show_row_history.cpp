// SPDX-License-Identifier: Apache-2.0
//
// Every revision of a row: who changed what, when, and what stood there before.

#include "forum/row_undo.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_row_history()
{
    return {.path = "GET /{forum}/sheets/{sheet}/{key}/history",
            .allow = web::secretariat,
            .run = web::on<Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto history = row_history_at(desk, forum);
    if (!history)
        return history.refusal();
    return show_history(desk, forum, *history);
}

}  // namespace sala::forum
