// SPDX-License-Identifier: Apache-2.0
//
// One sheet as a table: the key first, then the name, then the rest in the sheet's order. Long
// texts stay on the pages of their rows.

#pragma once

#include "forum/row.view.hpp"
#include "forum/row_history.hpp"
#include "forum/row_value.view.hpp"
#include "forum/sheet_cells.hpp"

#include <algorithm>

namespace sala::forum {

constexpr std::size_t rows_shown_max = 500;

struct SheetPage {
    const sheet::Sheet* sheet = nullptr;
    SheetCells cells;  // of the rows found
    std::size_t all = 0;
    std::string query;
    std::vector<RemovedRow> removed;
    std::string just_removed;  // key
};

// Their places in the sheet.
inline std::vector<std::size_t> shown_columns(const SheetPage& page)
{
    std::vector<std::size_t> names;
    std::vector<std::size_t> others;
    for (std::size_t n = 0; n < page.sheet->columns.size(); ++n) {
        const auto& column = page.sheet->columns[n];
        if (!page.cells.holds_anything(n))
            continue;
        if (column.name == "name" || column.name == "title")
            names.push_back(n);
        else if (column.kind != sheet::Column::lines || column.required)
            others.push_back(n);
    }
    names.insert(names.end(), others.begin(), others.end());
    return names;
}

inline web::Html sheet_table(const web::Reader& reader, const SheetPage& page)
{
    const auto columns = shown_columns(page);
    const auto shown = std::min(page.cells.rows(), rows_shown_max);
    return html(
        reader, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"",
        page.sheet->title, "\"><table class=\"sheet\"><thead><tr><th scope=\"col\">", tr("Key"),
        "</th>",
        each(columns,
             [&](std::size_t n) {
                 const auto& column = page.sheet->columns[n];
                 const auto number = column.kind == sheet::Column::number;
                 return html(reader, "<th scope=\"col\"",
                             when(number, [&] { return html(reader, " class=\"num\""); }), ">",
                             sheet::label_of(column.name), "</th>");
             }),
        "</tr></thead>\n<tbody>", page.cells.table(columns, shown), "</tbody></table></div>\n",
        when(page.cells.rows() > shown, [&] {
            return html(
                reader, "<p>",
                tr("These are the first {shown} of {all} rows. Search to find the others.",
                   {{"shown", std::to_string(shown)}, {"all", std::to_string(page.cells.rows())}}),
                "</p>\n");
        }));
}

inline web::Html nothing_there(const web::Reader& reader, const Forum& forum, const SheetPage& page)
{
    const auto address = sheet_address(forum, *page.sheet);
    if (page.all > 0)
        return html(reader, "<div class=\"empty\"><h2>",
                    tr("No row holds “{words}”", {{"words", page.query}}), "</h2><p><a href=\"",
                    address, "\">", tr("Show all rows"), "</a></p></div>\n");
    return html(reader, "<div class=\"empty\"><h2>", tr("Nothing in this sheet yet"), "</h2><p>",
                page.sheet->about, "</p><p>",
                tr("Add the first row here, or import a workbook with many."),
                "</p><p class=\"row\"><a class=\"button\" data-key=\"n\" href=\"", address,
                "/new\">", tr("Add a row"), "</a><a href=\"", forum.address(), "/import\">",
                tr("Import"), "</a></p></div>\n");
}

inline web::Html removed_list(const web::Reader& reader, const Forum& forum, const SheetPage& page)
{
    if (page.removed.empty())
        return {};
    return html(reader, "<h2 class=\"h3\">", tr("Taken away"), "</h2>\n<ul class=\"list\">",
                each(page.removed,
                     [&](const RemovedRow& row) {
                         return html(reader, "<li class=\"row\"><a href=\"",
                                     row_address(forum, *page.sheet, row.key), "/history\">",
                                     row.key, "</a> ", row.name, " <span class=\"soft\">",
                                     moment(reader, row.at), "</span></li>");
                     }),
                "</ul>\n");
}

inline web::Html search_in_sheet(const web::Desk& desk, const SheetPage& page)
{
    const auto& reader = desk.reader();
    return html(reader, "<form role=\"search\" method=\"get\" action=\"", desk.address(),
                "\"><p><label for=\"q\">", tr("Search in this sheet"),
                "</label><input type=\"search\" id=\"q\" name=\"q\" value=\"", page.query,
                "\"></p><button type=\"submit\" data-kind=\"plain\">", tr("Search"),
                "</button></form>\n");
}

inline web::Page sheet_page(const web::Desk& desk, const Forum& forum, const SheetPage& page)
{
    const auto& reader = desk.reader();
    const auto address = sheet_address(forum, *page.sheet);
    auto body = html(
        reader, "<nav aria-label=\"", tr("Where you are"), "\"><ol class=\"crumbs\"><li><a href=\"",
        forum.address(), "/sheets\">", tr("Sheets"), "</a></li><li>", page.sheet->title,
        "</li></ol></nav>\n<div class=\"row far\"><h1>", page.sheet->title, "</h1>",
        when(page.all > 0,
             [&] {
                 return html(reader, "<a class=\"button\" data-key=\"n\" href=\"", address,
                             "/new\">", tr("Add a row"), "</a>");
             }),
        "</div>\n<p class=\"lede\">", page.sheet->about, "</p>\n",
        when(!page.just_removed.empty(),
             [&] {
                 return html(reader, "<p class=\"note\" data-is=\"agreed\" role=\"status\">",
                             tr("“{key}” has been taken away.", {{"key", page.just_removed}}),
                             "</p>\n");
             }),
        when(page.all > 0,
             [&] {
                 return html(reader, search_in_sheet(desk, page), "<p role=\"status\">",
                             tr_count("{count} row", "{count} rows", page.cells.rows()), "</p>\n");
             }),
        page.cells.rows() == 0 ? nothing_there(reader, forum, page) : sheet_table(reader, page),
        removed_list(reader, forum, page), "<p class=\"as\">", tr("This sheet as"), " <a href=\"",
        address, ".csv\">CSV</a> <a href=\"", address, ".xlsx\">Excel</a> <a href=\"", address,
        ".json\">JSON</a></p>\n");
    return {.title = tab_title(reader, forum, reader.say(page.sheet->title)),
            .body = std::move(body),
            .frame = desk_frame(desk, forum, "sheets")};
}

}  // namespace sala::forum
