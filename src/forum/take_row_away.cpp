// SPDX-License-Identifier: Apache-2.0
//
// A row is taken away. What it held stays in its history, so it can be brought back; a row that
// others refer to stays.

#include "forum/row.view.hpp"

namespace sala::forum {

static Result<web::Reply> take_away(web::Desk& desk, const Forum& forum, const web::Form& form);

web::Verb take_row_away()
{
    return {.path = "POST /{forum}/sheets/{sheet}/{key}/remove",
            .allow = web::secretariat,
            .form = {web::hidden("version")},
            .run = web::on<Forum>(take_away)};
}

Result<web::Reply> take_away(web::Desk& desk, const Forum& forum, const web::Form& form)
{
    const auto row = row_at(desk, forum);
    if (!row)
        return row.refusal();
    if (form.number("version") != row->stored.version)
        return stale("row-changed-meanwhile",
                     "Somebody changed this row after you opened this page. Look at it once "
                     "more before you take it away.");
    if (const auto free = nothing_refers_to(desk.session(), *row->sheet, forum.id, row->stored);
        !free)
        return free.refusal();
    sheet::remove_row(desk.session(), *row->sheet, row->stored,
                      change_of(desk, forum, sheet::Origin::edit));
    changed(desk, forum, *row->sheet);
    return desk.go(sheet_address(forum, *row->sheet) +
                   "?removed=" + web::percent_encoded(row->stored.row.key));
}

}  // namespace sala::forum
