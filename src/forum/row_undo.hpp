// SPDX-License-Identifier: Apache-2.0
//
// What a row of a sheet and the forum's own settings have in common: their history is shown, and
// the last change is taken back.

#pragma once

#include "forum/row_history.hpp"

namespace sala::forum {

Result<web::Reply> show_history(web::Desk& desk, const Forum& forum, const RowHistory& history);

// What taking the last change back would do.
Result<web::Reply> ask_to_undo(web::Desk& desk, const Forum& forum, const RowHistory& history);

// A changed row gets its former words, a new row goes, a row that was taken away returns under its
// own key. `form` says in its field `revision` which change was seen as the last one.
Result<web::Reply> undo_last_change(web::Desk& desk, const Forum& forum, const RowHistory& history,
                                    const web::Form& form);

}  // namespace sala::forum
