// SPDX-License-Identifier: Apache-2.0
//
// The last change of the settings is taken back, as one more entry of their history. That the forum
// was opened is not taken back.

#include "forum/row_undo.hpp"

namespace sala::forum {

static Result<web::Reply> undo(web::Desk& desk, const Forum& forum, const web::Form& form);

web::Verb undo_settings()
{
    return {.path = "POST /{forum}/settings/undo",
            .allow = web::secretariat,
            .form = {web::hidden("revision"), web::hidden("to")},
            .run = web::on<Forum>(undo)};
}

Result<web::Reply> undo(web::Desk& desk, const Forum& forum, const web::Form& form)
{
    return undo_last_change(desk, forum, settings_history(desk, forum), form);
}

}  // namespace sala::forum
