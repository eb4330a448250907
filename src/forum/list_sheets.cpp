// SPDX-License-Identifier: Apache-2.0
//
// Everything a forum is made of, sheet by sheet: what each is for and how much is in it.

#include "forum/row.view.hpp"
#include "forum/row_numbers.hpp"

namespace sala::forum {

static Result<web::Reply> list(web::Desk& desk, const Forum& forum);

web::Verb list_sheets()
{
    return {.path = "GET /{forum}/sheets", .allow = web::secretariat, .run = web::on<Forum>(list)};
}

static web::Html group_table(const web::Reader& reader, const Forum& forum, const SheetGroup& group,
                             const std::map<std::string, std::int64_t, std::less<>>& numbers)
{
    return html(reader, "<table class=\"fold\"><caption>", group.title,
                "</caption>\n<thead><tr><th scope=\"col\">", tr("Sheet"),
                "</th><th scope=\"col\" class=\"num\">", tr("Rows"), "</th><th scope=\"col\">",
                tr("What it is for"), "</th></tr></thead>\n<tbody>",
                each(group.sheets,
                     [&](const sheet::Sheet* sheet) {
                         return html(reader, "<tr><th scope=\"row\"><a href=\"",
                                     sheet_address(forum, *sheet), "\">", sheet->title,
                                     "</a></th><td class=\"num\" data-th=\"", tr("Rows"), "\">",
                                     numbers.find(sheet->name)->second, "</td><td data-th=\"",
                                     tr("What it is for"), "\">", sheet->about, "</td></tr>\n");
                     }),
                "</tbody></table>\n");
}

Result<web::Reply> list(web::Desk& desk, const Forum& forum)
{
    const auto numbers = row_numbers(desk.session(), forum.id);
    if (desk.wants(web::Format::json)) {
        auto sheets = Json::array();
        for (const auto& sheet : sheet::all_sheets())
            if (const auto number = numbers.find(sheet.name); number != numbers.end())
                sheets.push(Json::object({{"sheet", sheet.name}, {"rows", number->second}}));
        return desk.show(Json::object({{"sheets", sheets}}));
    }
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<div class=\"stack\">\n<div class=\"row far\"><h1>", tr("Sheets"),
        "</h1><a class=\"button\" data-kind=\"plain\" href=\"", forum.address(),
        "/workbook.xlsx\">", tr("Download all as one workbook"), "</a></div>\n<p class=\"lede\">",
        tr("Change single rows here. To change many at once, download the workbook and import it "
           "again."),
        "</p>\n<p class=\"row\"><a href=\"", forum.address(), "/settings\">",
        tr("Settings of the forum"), "</a> <a href=\"/about/templates\">", tr("Blank template"),
        "</a> <a href=\"", forum.address(), "/import\">", tr("Import"), "</a></p>\n",
        each(sheet_groups(),
             [&](const SheetGroup& group) { return group_table(reader, forum, group, numbers); }),
        "</div>\n");
    return desk.show({.title = tab_title(reader, forum, reader.say(tr("Sheets"))),
                      .body = std::move(body),
                      .frame = desk_frame(desk, forum, "sheets")});
}

}  // namespace sala::forum
