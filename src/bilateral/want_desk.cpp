// SPDX-License-Identifier: Apache-2.0

#include "bilateral/want_desk.hpp"

#include "forum/row_form.hpp"

#include <set>

namespace sala::bilateral {

Result<const sheet::Sheet*> want_sheet_at(const web::Desk& desk)
{
    const auto& name = desk.at("sheet");
    if (name != "needs" && name != "offers" && name != "practices")
        return missing("no-such-sheet", "A delegation writes needs, offers and practices here.");
    return &sheet::sheet_named(name);
}

Result<forum::SheetRow> own_row_at(web::Desk& desk, const Party& party)
{
    const auto sheet = want_sheet_at(desk);
    if (!sheet)
        return sheet.refusal();
    auto row = sheet::find_row(desk.session(), **sheet, party.forum.id, desk.at("key"));
    if (!row || (*sheet)->words(row->row, "delegation") != party.self.key)
        return missing("no-such-row-here",
                       "There is no such row in this sheet. It may have been taken away; the sheet "
                       "shows what there is.");
    return forum::SheetRow{*sheet, std::move(*row)};
}

sheet::StoredRow blank_row(web::Desk& desk, const Party& party, const sheet::Sheet& sheet)
{
    const auto free = [&](const std::string& key) {
        return !sheet::find_row(desk.session(), sheet, party.forum.id, key);
    };
    const auto count = std::get<0>(
        *desk.session().find<std::int64_t>("SELECT COUNT(*) FROM " + sheet.table +
                                               " WHERE forum = :forum AND delegation = :delegation",
                                           party.forum.id, party.self.number));
    auto number = count + 1;
    while (!free(party.self.key + "-" + std::to_string(number)))
        ++number;
    sheet::StoredRow blank;
    blank.row = forum::empty_row(sheet, party.self.key + "-" + std::to_string(number));
    blank.row.cells[sheet.at("delegation")] = party.self.key;
    return blank;
}

web::Form as_own(const web::Form& form, const Party& party)
{
    web::Form own;
    for (const auto& [name, value] : form.values())
        if (name != "source")
            own.set(name, value);
    own.set("delegation", party.self.key);
    return own;
}

static std::set<std::string> own_keys(store::Session& session, const Party& party,
                                      std::string_view to)
{
    std::set<std::string> keys;
    const auto rows =
        to == "practices"
            ? session.select<std::string>("SELECT key FROM practice WHERE forum = :forum AND "
                                          "delegation = :own",
                                          party.forum.id, party.self.number)
            : session.select<std::string>(
                  "SELECT c.key FROM claim c JOIN delegation d ON d.forum = c.forum LEFT JOIN city "
                  "t ON t.id = d.city LEFT JOIN organisation o ON o.id = d.organisation WHERE "
                  "c.forum = :forum AND d.id = :own AND c.subject IN ('delegations:' || d.key, "
                  "'cities:' || t.key, 'organisations:' || o.key)",
                  party.forum.id, party.self.number);
    for (const auto& [key] : rows)
        keys.insert(key);
    return keys;
}

forum::RowPage own_page(web::Desk& desk, const Party& party, const sheet::Sheet& sheet,
                        const sheet::StoredRow& stored)
{
    auto page = forum::row_page(desk, party.forum, sheet, stored);
    const auto ticked = forum::form_of(sheet, stored.row);
    for (const auto* to : {"practices", "claims"}) {
        const auto found = page.choices.find(to);
        if (found == page.choices.end())
            continue;
        const auto own = own_keys(desk.session(), party, to);
        std::erase_if(found->second, [&](const forum::RowChoice& choice) {
            return !own.contains(choice.key) && !ticked.ticked(std::string(to) + "." + choice.key);
        });
    }
    return page;
}

std::string want_address(const Party& party, const sheet::Sheet& sheet, const std::string& key)
{
    return party.home() + "/wants/" + sheet.name + "/" + key;
}

}  // namespace sala::bilateral
