// SPDX-License-Identifier: Apache-2.0
//
// The last change of a row is taken back: a changed row gets its former words, a new row goes, a
// row that was taken away returns under its own key. History only grows; this is one more entry in
// it.

#include "forum/row_undo.hpp"

namespace sala::forum {

static Result<web::Reply> undo(web::Desk& desk, const Forum& forum, const web::Form& form);

web::Verb undo_change()
{
    return {.path = "POST /{forum}/sheets/{sheet}/{key}/undo",
            .allow = web::secretariat,
            .form = {web::hidden("revision"), web::hidden("to")},
            .run = web::on<Forum>(undo)};
}

Result<web::Reply> undo(web::Desk& desk, const Forum& forum, const web::Form& form)
{
    const auto history = row_history_at(desk, forum);
    if (!history)
        return history.refusal();
    return undo_last_change(desk, forum, *history, form);
}

}  // namespace sala::forum
