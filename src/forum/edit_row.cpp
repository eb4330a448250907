// SPDX-License-Identifier: Apache-2.0
//
// One row of a sheet, open to be changed.
//
// When what was sent could not be kept, the same page comes back with everything that was typed and
// a sentence beside each field; when somebody else was faster, with both versions side by side.

#include "forum/row.view.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb edit_row()
{
    return {.path = "GET /{forum}/sheets/{sheet}/{key}",
            .allow = web::secretariat,
            .query = {{.name = "saved", .meaning = "Says above the row that it was saved."}},
            .run = web::on<Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto row = row_at(desk, forum);
    if (!row)
        return row.refusal();
    return show_row(desk, forum, *row, desk.address(), sheet_address(forum, *row->sheet));
}

}  // namespace sala::forum
