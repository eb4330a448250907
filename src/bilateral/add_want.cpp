// SPDX-License-Identifier: Apache-2.0
//
// A delegation says one more thing it needs or offers. Sent twice, it is there once.

#include "bilateral/want_form.view.hpp"
#include "forum/row_form.hpp"
#include "store/store.hpp"

namespace sala::bilateral {

static Result<web::Reply> add(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb add_want()
{
    return {.path = "POST /{forum}/delegations/{delegation}/wants/{sheet}/new",
            .allow = forum::focal_points,
            .run = web::on<Party>(add),
            .any_fields = true};
}

// The row that the same form made a moment ago.
static bool was_added(web::Desk& desk, const Party& party, const sheet::Sheet& sheet,
                      const web::Form& form)
{
    const auto there = sheet::find_row(desk.session(), sheet, party.forum.id, form["key"]);
    if (!there || sheet.words(there->row, "delegation") != party.self.key)
        return false;
    const auto typed =
        forum::read_row_form(sheet, forum::empty_row(sheet, form["key"]), as_own(form, party));
    return typed.row == there->row;
}

Result<web::Reply> add(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto sheet = want_sheet_at(desk);
    if (!sheet)
        return sheet.refusal();
    if (was_added(desk, party, **sheet, form)) {
        desk.keep_nothing();  // a double click, or a second device
        return desk.go(party.address());
    }
    auto typed =
        forum::read_row_form(**sheet, blank_row(desk, party, **sheet).row, as_own(form, party));
    const auto keys =
        sheet::keys_for(desk.session(), **sheet, typed.row, party.forum.id, typed.refusals);
    if (!typed.refusals.empty())
        return typed.refusals.front();
    const auto last = desk.session().find<std::optional<std::int64_t>>(
        "SELECT MAX(position) FROM " + (*sheet)->table + " WHERE forum = :forum", party.forum.id);
    try {
        sheet::insert_row(desk.session(), **sheet, typed.row, std::get<0>(*last).value_or(0) + 1,
                          keys, forum::change_of(desk, party.forum, sheet::Origin::edit));
    } catch (const store::Duplicate&) {
        return conflict("key-taken-meanwhile",
                        "Somebody of your delegation added something at the same moment. Send it "
                        "once more.");
    }
    forum::changed(desk, party.forum, **sheet);
    return desk.go(party.address());
}

}  // namespace sala::bilateral
