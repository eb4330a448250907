// SPDX-License-Identifier: Apache-2.0
//
// A delegation takes a need or an offer back. Its history stays.

#include "bilateral/want_desk.hpp"
#include "forum/row_references.hpp"

namespace sala::bilateral {

static Result<web::Reply> take_away(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb take_want_away()
{
    return {.path = "POST /{forum}/delegations/{delegation}/wants/{sheet}/{key}/remove",
            .allow = forum::focal_points,
            .form = {web::hidden("version")},
            .run = web::on<Party>(take_away)};
}

Result<web::Reply> take_away(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto row = own_row_at(desk, party);
    if (!row)
        return row.refusal();
    if (form.number("version") != row->stored.version)
        return stale("row-changed-meanwhile",
                     "Somebody changed this row after you opened this page. Look at it once "
                     "more before you take it away.");
    if (const auto free =
            forum::nothing_refers_to(desk.session(), *row->sheet, party.forum.id, row->stored);
        !free)
        return free.refusal();
    sheet::remove_row(desk.session(), *row->sheet, row->stored,
                      forum::change_of(desk, party.forum, sheet::Origin::edit));
    forum::changed(desk, party.forum, *row->sheet);
    return desk.go(party.address());
}

}  // namespace sala::bilateral
