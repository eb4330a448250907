// SPDX-License-Identifier: Apache-2.0

#include "forum/row_desk.hpp"

#include "forum/row.view.hpp"
#include "forum/row_meanwhile.view.hpp"
#include "forum/search_index.hpp"
#include "forum/shared_rows.hpp"
#include "sheet/row_differences.hpp"

#include <algorithm>

namespace sala::forum {

namespace {

using sheet::Sheet;
using sheet::StoredRow;

std::string languages_in(store::Session& session, const Forum& forum)
{
    const auto found =
        session.find<std::string>("SELECT languages FROM forum WHERE id = :id", forum.id);
    return found ? std::get<0>(*found) : std::string{};
}

bool said(const std::vector<Refusal>& refusals, const Refusal& one)
{
    return std::find(refusals.begin(), refusals.end(), one) != refusals.end();
}

Refusal changed_meanwhile()
{
    return stale("row-changed-meanwhile",
                 "Somebody else saved this row while you were writing. Nothing is lost: "
                 "compare both and choose what stays.");
}

// A verb answers with the first thing that is wrong; people want to see all of it at once.
void find_everything_wrong(web::Desk& desk, const Forum& forum, RowPage& page)
{
    auto was = page.stored.row;
    if (page.is_new())
        was = empty_row(*page.sheet, (*desk.typed())["key"]);
    auto typed = read_row_form(*page.sheet, was, *desk.typed());
    sheet::keys_for(desk.session(), *page.sheet, typed.row, forum.id, keeper_at(desk, forum),
                    typed.refusals);
    for (auto& refusal : typed.refusals)
        if (!said(page.refusals, refusal))
            page.refusals.push_back(std::move(refusal));
}

// What a form that began with an older version and what was saved meanwhile make together; nothing
// when a person has to choose.
std::optional<sheet::Row> put_together(web::Desk& desk, const SheetRow& row, const web::Form& form,
                                       std::int64_t version)
{
    for (const auto& revision : sheet::history_of(desk.session(), *row.sheet, row.stored.id)) {
        if (revision.version != version || !revision.became)
            continue;
        const auto mine = read_row_form(*row.sheet, *revision.became, form).row;
        return are_apart(*revision.became, mine, row.stored.row)
                   ? std::optional(both_changes(*revision.became, mine, row.stored.row))
                   : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

Result<const Sheet*> sheet_at(const web::Desk& desk)
{
    const auto* found = sheet::find_sheet(desk.at("sheet"));
    if (!found)
        return missing("no-such-sheet",
                       "There is no sheet of this name. The desk lists the sheets.");
    if (found->scope == Sheet::itself)
        return missing("sheet-is-settings",
                       "The forum's own row has no sheet here. You find it under Settings.");
    return found;
}

Result<SheetRow> row_at(web::Desk& desk, const Forum& forum)
{
    const auto sheet = sheet_at(desk);
    if (!sheet)
        return sheet.refusal();
    auto row = sheet::find_row(desk.session(), **sheet, forum.id, desk.at("key"));
    if (!row)
        return missing("no-such-row-here",
                       "There is no such row in this sheet. It may have been taken away; the sheet "
                       "shows what there is.");
    return SheetRow{*sheet, std::move(*row)};
}

SheetRow settings_row(web::Desk& desk, const Forum& forum)
{
    const auto& sheet = sheet::sheet_named("forum");
    auto row = sheet::find_row(desk.session(), sheet, forum.id, forum.slug);
    if (!row)
        throw Fault("the forum " + forum.slug + " has no row");
    return {&sheet, std::move(*row)};
}

RowPage row_page(web::Desk& desk, const Forum& forum, const Sheet& sheet, const StoredRow& stored)
{
    RowPage page;
    page.sheet = &sheet;
    page.action = desk.address();
    page.stored = stored;
    page.values = desk.typed() ? *desk.typed() : form_of(sheet, stored.row);
    page.refusals = desk.refusals();
    page.languages = form_languages(languages_in(desk.session(), forum), stored.row);
    const auto keeper = keeper_at(desk, forum);
    page.choices = choices_for(desk.session(), sheet, forum.id, keeper);
    if (!page.is_new())
        if (const auto ours = sheet::may_change(desk.session(), sheet, stored, forum.id, keeper);
            !ours)
            page.of_others = ours.refusal();
    page.saved = !desk.query("saved").empty();
    if (desk.typed() && !desk.typed()->has("take"))
        find_everything_wrong(desk, forum, page);
    return page;
}

std::optional<Meanwhile> meanwhile(web::Desk& desk, RowPage& page)
{
    const auto is_stale = [](const Refusal& refusal) {
        return refusal.code == "row-changed-meanwhile";
    };
    if (std::none_of(page.refusals.begin(), page.refusals.end(), is_stale))
        return std::nullopt;
    const auto history = sheet::history_of(desk.session(), *page.sheet, page.stored.id);
    Meanwhile both;
    if (!history.empty())
        both.theirs = history.front();
    both.mine = read_row_form(*page.sheet, page.stored.row, *desk.typed()).row;
    const auto version = desk.typed()->number("version");
    for (const auto& revision : history)
        if (version && revision.version == *version && revision.became) {
            // Columns the other one changed and this one did not touch stay as the other one left
            // them.
            const auto typed = read_row_form(*page.sheet, *revision.became, *desk.typed()).row;
            both.mine = both_changes(*revision.became, typed, page.stored.row);
            break;
        }
    both.columns = sheet::different_columns(*page.sheet, page.stored.row, both.mine);
    page.values = form_of(*page.sheet, both.mine);
    std::erase_if(page.refusals, is_stale);
    return both;
}

Result<web::Reply> show_row(web::Desk& desk, const Forum& forum, const SheetRow& row,
                            const std::string& action, const std::string& back)
{
    if (desk.wants(web::Format::json)) {
        auto json = *Json::read(sheet::row_json(*row.sheet, row.stored.row));
        json.set("id", std::to_string(row.stored.id));
        json.set("version", std::to_string(row.stored.version));
        return desk.show(json);
    }
    auto page = row_page(desk, forum, *row.sheet, row.stored);
    page.action = action;
    page.back = back;
    if (const auto both = meanwhile(desk, page))
        return desk.show(meanwhile_page(desk, forum, page, *both));
    return desk.show(row_form_page(desk, forum, page));
}

Result<web::Reply> save_row(web::Desk& desk, const Forum& forum, const SheetRow& row,
                            const web::Form& form, const std::string& done)
{
    auto typed = read_row_form(*row.sheet, row.stored.row, form);
    const auto keeper = keeper_at(desk, forum);
    auto keys =
        sheet::keys_for(desk.session(), *row.sheet, typed.row, forum.id, keeper, typed.refusals);
    if (!typed.refusals.empty())
        return typed.refusals.front();
    const auto version = form.number("version");
    if (!version)
        return invalid("version", "version-missing",
                       "Say which version of the row you are changing: the number in its "
                       "field “version”.");
    if (typed.row == row.stored.row)
        return desk.go(done);
    if (const auto ours =
            sheet::may_change(desk.session(), *row.sheet, row.stored, forum.id, keeper);
        !ours)
        return ours.refusal();
    if (*version != row.stored.version) {
        auto both = put_together(desk, row, form, *version);
        if (!both || !sheet::check_row(*row.sheet, *both).empty())
            return changed_meanwhile();
        if (*both == row.stored.row)
            return desk.go(done);
        typed.row = *std::move(both);
        keys = sheet::keys_for(desk.session(), *row.sheet, typed.row, forum.id, keeper,
                               typed.refusals);
    }
    sheet::update_row(desk.session(), *row.sheet, row.stored, typed.row, keys,
                      change_of(desk, forum, sheet::Origin::edit));
    changed(desk, forum, *row.sheet, typed.row.key);
    note_elsewhere(desk, forum, "keep_row", {{row.sheet->name, typed.row.key, {}}});
    return desk.go(done);
}

sheet::Change change_of(const web::Desk& desk, const Forum& forum, sheet::Origin origin)
{
    return {forum.id, origin,
            desk.visitor().signed_in() ? std::optional(desk.visitor().login.number())
                                       : std::nullopt,
            desk.now(), desk.house().numbering};
}

void changed(web::Desk& desk, const Forum& forum, const Sheet& sheet)
{
    rebuild_search(desk.session(), forum.id, sheet);
    desk.again("forum:" + forum.slug);
}

void changed(web::Desk& desk, const Forum& forum, const Sheet& sheet, const std::string& key)
{
    rebuild_search(desk.session(), forum.id, sheet, key);
    desk.again("forum:" + forum.slug);
}

}  // namespace sala::forum
