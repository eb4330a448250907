// SPDX-License-Identifier: Apache-2.0
//
// A delegation opens what it needs or offers, to change it.

#include "bilateral/want_form.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb edit_want()
{
    return {.path = "GET /{forum}/delegations/{delegation}/wants/{sheet}/{key}",
            .allow = forum::focal_points,
            .run = web::on<Party>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    const auto row = own_row_at(desk, party);
    if (!row)
        return row.refusal();
    if (desk.wants(web::Format::json)) {
        auto json = *Json::read(sheet::row_json(*row->sheet, row->stored.row));
        json.set("version", std::to_string(row->stored.version));
        return desk.show(json);
    }
    return desk.show(want_page(desk, party, own_page(desk, party, *row->sheet, row->stored)));
}

}  // namespace sala::bilateral
