// SPDX-License-Identifier: Apache-2.0
//
// A delegation opens an empty form for one more need or offer.

#include "bilateral/want_form.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb new_want()
{
    return {.path = "GET /{forum}/delegations/{delegation}/wants/{sheet}/new",
            .allow = forum::focal_points,
            .run = web::on<Party>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    const auto sheet = want_sheet_at(desk);
    if (!sheet)
        return sheet.refusal();
    const auto blank = blank_row(desk, party, **sheet);
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"sheet", (*sheet)->name}, {"key", blank.row.key}}));
    return desk.show(want_page(desk, party, own_page(desk, party, **sheet, blank)));
}

}  // namespace sala::bilateral
