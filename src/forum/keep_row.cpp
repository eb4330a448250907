// SPDX-License-Identifier: Apache-2.0
//
// A row is changed: what it was stays in its history, and the public finds the new words at once.
// The programme itself changes for the public with the next release only.

#include "forum/row.view.hpp"

namespace sala::forum {

static Result<web::Reply> keep(web::Desk& desk, const Forum& forum, const web::Form& form);

web::Verb keep_row()
{
    return {.path = "POST /{forum}/sheets/{sheet}/{key}",
            .allow = web::secretariat,
            .run = web::on<Forum>(keep),
            .any_fields = true};
}

Result<web::Reply> keep(web::Desk& desk, const Forum& forum, const web::Form& form)
{
    const auto row = row_at(desk, forum);
    if (!row)
        return row.refusal();
    return save_row(desk, forum, *row, form, desk.address() + "?saved=1");
}

}  // namespace sala::forum
