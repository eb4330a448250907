// SPDX-License-Identifier: Apache-2.0
//
// A row joins a sheet, at its end. Its key is its address from now on and is never changed; sending
// the same new row twice does not make two of it.

#include "forum/row.view.hpp"
#include "forum/row_place.hpp"
#include "forum/shared_rows.hpp"
#include "store/store.hpp"

namespace sala::forum {

static Result<web::Reply> add(web::Desk& desk, const Forum& forum, const web::Form& form);

web::Verb add_row()
{
    return {.path = "POST /{forum}/sheets/{sheet}/new",
            .allow = web::secretariat,
            .run = web::on<Forum>(add),
            .any_fields = true};
}

static Result<web::Reply> take_over(web::Desk& desk, const Forum& forum, const sheet::Sheet& sheet,
                                    const std::string& key)
{
    const auto row = sheet.scope == sheet::Sheet::server
                         ? sheet::find_on_server(desk.session(), sheet, key)
                         : std::nullopt;
    if (!row || !sheet::is_open(desk.session(), sheet, row->id, forum.id, keeper_at(desk, forum)))
        return invalid("take", "no-such-row-here",
                       "There is no row “{key}” in the directory of this server.", {{"key", key}});
    sheet::list_row(desk.session(), sheet, forum.id, row->id);
    changed(desk, forum, sheet);
    return desk.go(row_address(forum, sheet, key));
}

Result<web::Reply> add(web::Desk& desk, const Forum& forum, const web::Form& form)
{
    const auto found = sheet_at(desk);
    if (!found)
        return found.refusal();
    const auto& sheet = **found;
    if (form.has("take"))
        return take_over(desk, forum, sheet, form["take"]);
    auto typed = read_row_form(sheet, empty_row(sheet, form["key"]), form);
    const auto keeper = keeper_at(desk, forum);
    const auto keys =
        sheet::keys_for(desk.session(), sheet, typed.row, forum.id, keeper, typed.refusals);
    if (const auto free = key_is_free(desk.session(), forum, sheet, typed.row.key, keeper); !free)
        typed.refusals.insert(typed.refusals.begin(), free.refusal());
    if (!typed.refusals.empty())
        return typed.refusals.front();
    try {
        sheet::insert_row(desk.session(), sheet, typed.row,
                          next_position(desk.session(), forum, sheet), keys,
                          change_of(desk, forum, sheet::Origin::edit));
    } catch (const store::Duplicate&) {
        return key_taken(typed.row.key);  // another copy of the program was faster
    }
    changed(desk, forum, sheet);
    return desk.go(row_address(forum, sheet, typed.row.key) + "?saved=1");
}

}  // namespace sala::forum
