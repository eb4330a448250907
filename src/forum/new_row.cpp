// SPDX-License-Identifier: Apache-2.0
//
// A blank form for one more row of a sheet. In the directory, a row that another forum brought can
// be taken over instead of being typed a second time.

#include "forum/row.view.hpp"
#include "forum/shared_rows.hpp"
#include "sheet/known_by.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);
static web::Html take_form(const web::Desk& desk, const sheet::Sheet& sheet,
                           const std::vector<RowChoice>& others);

web::Verb new_row()
{
    return {.path = "GET /{forum}/sheets/{sheet}/new",
            .allow = web::secretariat,
            .run = web::on<Forum>(show)};
}

// Rows of the directory that this forum does not list yet.
static std::vector<RowChoice> unlisted_rows(web::Desk& desk, const Forum& forum,
                                            const sheet::Sheet& sheet)
{
    std::vector<RowChoice> rows;
    if (sheet.scope != sheet::Sheet::server)
        return rows;
    const auto* name = sheet::known_by(sheet);
    for (const auto& [key, text] : desk.session().select<std::string, std::string>(
             "SELECT t.key, " + (name ? "t." + name->name : std::string("''")) + " FROM " +
                 sheet.table +
                 " t WHERE NOT EXISTS (SELECT 1 FROM listing l WHERE l.forum = :forum AND l.sheet "
                 "= :sheet AND "
                 "l.row_id = t.id)" +
                 sheet::on_open_list(sheet, forum.id, keeper_at(desk, forum)) + " ORDER BY t.key",
             forum.id, sheet.name))
        rows.push_back({key, Text::read(text).value_or(Text{})});
    return rows;
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto sheet = sheet_at(desk);
    if (!sheet)
        return sheet.refusal();
    sheet::StoredRow blank;
    blank.row = empty_row(**sheet, "");
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"sheet", (*sheet)->name}, {"key", ""}}));
    auto page = row_page(desk, forum, **sheet, blank);
    page.back = sheet_address(forum, **sheet);
    return desk.show(row_form_page(desk, forum, page,
                                   take_form(desk, **sheet, unlisted_rows(desk, forum, **sheet))));
}

web::Html take_form(const web::Desk& desk, const sheet::Sheet& sheet,
                    const std::vector<RowChoice>& others)
{
    if (others.empty())
        return {};
    const auto& reader = desk.reader();
    return html(
        reader, "<section class=\"card\"><h2 class=\"h3\">", tr("Already on this server"),
        "</h2>\n<p>",
        tr("These rows of “{sheet}” were brought by other forums. Take one over instead of typing "
           "it again.",
           {{"sheet", reader.say(sheet.title)}}),
        "</p>\n<form method=\"post\" action=\"", desk.address(), "\">", web::csrf_field(desk),
        "<p><label for=\"take\">", tr("Row"), "</label><select id=\"take\" name=\"take\">",
        each(others,
             [&](const RowChoice& row) {
                 return option(reader, row.key, html(reader, choice_words(reader, row)), false);
             }),
        "</select></p>\n<p><button type=\"submit\" data-kind=\"plain\">", tr("Take this row over"),
        "</button></p></form></section>\n");
}

}  // namespace sala::forum
