// SPDX-License-Identifier: Apache-2.0

#include "forum/row_undo.hpp"

#include "base/whole_number.hpp"
#include "forum/row_history.view.hpp"
#include "forum/shared_rows.hpp"

namespace sala::forum {

namespace {

Json history_json(const RowHistory& history)
{
    auto revisions = Json::array();
    for (const auto& one : history.revisions) {
        const auto origin = one.origin == sheet::Origin::import ? "import"
                            : one.origin == sheet::Origin::edit ? "edit"
                                                                : "undo";
        auto json = Json::object({{"id", std::to_string(one.id)},
                                  {"origin", origin},
                                  {"by", one.by},
                                  {"at", one.at.milliseconds()}});
        json.set("was", one.was ? *Json::read(sheet::row_json(*history.sheet, *one.was)) : Json{});
        json.set("became",
                 one.became ? *Json::read(sheet::row_json(*history.sheet, *one.became)) : Json{});
        revisions.push(std::move(json));
    }
    return Json::object(
        {{"sheet", history.sheet->name}, {"key", history.key}, {"revisions", revisions}});
}

// What the former words refer to may be gone by now.
Result<sheet::Keys> keys_of(web::Desk& desk, const Forum& forum, const RowHistory& history,
                            const sheet::Row& row)
{
    std::vector<Refusal> refusals;
    auto keys = sheet::keys_for(desk.session(), *history.sheet, row, forum.id,
                                keeper_at(desk, forum), refusals);
    if (!refusals.empty())
        return conflict("refers-to-nothing",
                        "This cannot be taken back, because a row it refers to is gone: {reason}",
                        {{"reason", refusals.front().sentence.english()}});
    return keys;
}

// Only drafts that the visitor does not prepare list it by now: what it says is theirs.
bool is_hidden(web::Desk& desk, const Forum& forum, const sheet::Sheet& sheet, std::int64_t row)
{
    auto& session = desk.session();
    return !sheet::listed_elsewhere(session, sheet, forum.id, {row}).empty() &&
           !sheet::is_open(session, sheet, row, forum.id, keeper_at(desk, forum));
}

Allowed bring_back(web::Desk& desk, const Forum& forum, const RowHistory& history,
                   const sheet::Row& row)
{
    const auto change = change_of(desk, forum, sheet::Origin::undo);
    if (history.sheet->scope == sheet::Sheet::server) {
        const auto on_server = sheet::find_on_server(desk.session(), *history.sheet, history.key);
        if (!on_server || is_hidden(desk, forum, *history.sheet, on_server->id))
            return missing("no-such-row-here", "The directory does not hold this row any more.");
        const auto keys = keys_of(desk, forum, history, on_server->row);
        if (!keys)
            return keys.refusal();
        sheet::list_row(desk.session(), *history.sheet, forum.id, on_server->id);
        sheet::update_row(desk.session(), *history.sheet, *on_server, on_server->row, *keys,
                          change);
        return allowed();
    }
    auto keys = keys_of(desk, forum, history, row);
    if (!keys)
        return keys.refusal();
    auto with_own = *keys;
    with_own[history.sheet->name][row.key] = history.row;  // it returns as the same row
    const auto last = desk.session().find<std::optional<std::int64_t>>(
        "SELECT MAX(position) FROM " + history.sheet->table + " WHERE forum = :forum", forum.id);
    sheet::insert_row(desk.session(), *history.sheet, row, std::get<0>(*last).value_or(0) + 1,
                      with_own, change);
    return allowed();
}

Allowed make_it(web::Desk& desk, const Forum& forum, const RowHistory& history,
                const sheet::Row& row)
{
    if (const auto ours = sheet::may_change(desk.session(), *history.sheet, *history.stored,
                                            forum.id, keeper_at(desk, forum));
        !ours)
        return ours;
    const auto keys = keys_of(desk, forum, history, row);
    if (!keys)
        return keys.refusal();
    sheet::update_row(desk.session(), *history.sheet, *history.stored, row, *keys,
                      change_of(desk, forum, sheet::Origin::undo));
    return allowed();
}

Allowed take_back(web::Desk& desk, const Forum& forum, const RowHistory& history)
{
    const auto& last = history.revisions.front();
    if (!history.stored)
        return bring_back(desk, forum, history, *last.was);
    if (!last.became || history.stored->row != *last.became)
        return conflict(
            "row-differs",
            "The row is not as its last entry in the history left it, so that entry cannot be "
            "taken back. Change the row by hand.");
    if (!history.can_be_undone())
        return conflict("nothing-before",
                        "There is nothing to take back: the settings are as they were when the "
                        "forum was opened.");
    if (!last.was) {
        if (const auto free =
                nothing_refers_to(desk.session(), *history.sheet, forum.id, *history.stored);
            !free)
            return free;
        sheet::remove_row(desk.session(), *history.sheet, *history.stored,
                          change_of(desk, forum, sheet::Origin::undo));
        return allowed();
    }
    return make_it(desk, forum, history, *last.was);
}

// As it was after a change further back, whatever came in between.
Allowed take_back_to(web::Desk& desk, const Forum& forum, const RowHistory& history,
                     std::int64_t number)
{
    const auto* to = history.earlier(number);
    if (!to)
        return conflict("is-so-already",
                        "The row is so already, or was never so. The history shows what it was.");
    return make_it(desk, forum, history, *to->became);
}

}  // namespace

Result<web::Reply> show_history(web::Desk& desk, const Forum& forum, const RowHistory& history)
{
    if (desk.wants(web::Format::json))
        return desk.show(history_json(history));
    return desk.show(history_page(desk, forum, history));
}

Result<web::Reply> ask_to_undo(web::Desk& desk, const Forum& forum, const RowHistory& history)
{
    const auto asked = whole_number(desk.query("to"));
    const auto* to = asked ? history.earlier(*asked) : nullptr;
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"sheet", history.sheet->name},
                          {"key", history.key},
                          {"revision", std::to_string(history.revisions.front().id)}}));
    return desk.show(undo_page(desk, forum, history, to));
}

Result<web::Reply> undo_last_change(web::Desk& desk, const Forum& forum, const RowHistory& history,
                                    const web::Form& form)
{
    if (form.number("revision") != history.revisions.front().id)
        return stale("row-changed-meanwhile",
                     "Somebody changed this row after you opened this page. Look at what would "
                     "be taken back now.");
    const auto to = form.number("to");
    if (const auto done =
            to ? take_back_to(desk, forum, history, *to) : take_back(desk, forum, history);
        !done)
        return done.refusal();
    changed(desk, forum, *history.sheet);
    if (history.stored && history.revisions.front().was)
        note_elsewhere(desk, forum, "undo_change", {{history.sheet->name, history.key, {}}});
    return desk.go(row_address(forum, *history.sheet, history.key) + "/history");
}

}  // namespace sala::forum
