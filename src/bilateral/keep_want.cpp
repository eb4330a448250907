// SPDX-License-Identifier: Apache-2.0
//
// A delegation changes what it needs or offers; what it was stays in the history of the row.

#include "bilateral/want_desk.hpp"

namespace sala::bilateral {

static Result<web::Reply> keep(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb keep_want()
{
    return {.path = "POST /{forum}/delegations/{delegation}/wants/{sheet}/{key}",
            .allow = forum::focal_points,
            .run = web::on<Party>(keep),
            .any_fields = true};
}

Result<web::Reply> keep(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto row = own_row_at(desk, party);
    if (!row)
        return row.refusal();
    return forum::save_row(desk, party.forum, *row, as_own(form, party), party.address());
}

}  // namespace sala::bilateral
