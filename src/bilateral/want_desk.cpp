// SPDX-License-Identifier: Apache-2.0

#include "bilateral/want_desk.hpp"

#include "forum/row_form.hpp"

namespace sala::bilateral {

Result<const sheet::Sheet*> want_sheet_at(const web::Desk& desk)
{
    const auto& name = desk.at("sheet");
    if (name != "needs" && name != "offers")
        return missing("no-such-sheet", "A delegation writes needs and offers here.");
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

std::string want_address(const Party& party, const sheet::Sheet& sheet, const std::string& key)
{
    return party.home() + "/wants/" + sheet.name + "/" + key;
}

}  // namespace sala::bilateral
