// SPDX-License-Identifier: Apache-2.0
//
// One sheet as a table: the key first, then the name, then the rest in the sheet's order. Long
// texts stay on the pages of their rows.

#pragma once

#include "forum/row.view.hpp"
#include "forum/row_history.hpp"
#include "forum/row_value.view.hpp"

#include <algorithm>
#include <span>

namespace sala::forum {

constexpr std::size_t rows_shown_max = 500;

struct SheetPage {
    const sheet::Sheet* sheet = nullptr;
    std::vector<sheet::StoredRow> rows;  // those found
    std::size_t all = 0;
    std::string query;
    std::vector<RemovedRow> removed;
    std::string just_removed;  // key
};

// A column in which no row holds anything says nothing.
inline bool holds_anything(const SheetPage& page, const sheet::Column& column)
{
    const auto at = page.sheet->at(column.name);
    return std::any_of(page.rows.begin(), page.rows.end(), [&](const sheet::StoredRow& stored) {
        const auto* text = std::get_if<Text>(&stored.row.cells[at]);
        return text ? !text->empty() : !sheet::cell_words(stored.row.cells[at]).empty();
    });
}

inline std::vector<const sheet::Column*> shown_columns(const SheetPage& page)
{
    std::vector<const sheet::Column*> names;
    std::vector<const sheet::Column*> others;
    for (const auto& column : page.sheet->columns) {
        if (!holds_anything(page, column))
            continue;
        if (column.name == "name" || column.name == "title")
            names.push_back(&column);
        else if (column.kind != sheet::Column::lines || column.required)
            others.push_back(&column);
    }
    names.insert(names.end(), others.begin(), others.end());
    return names;
}

// Where a column of the sheet stands in its rows.
inline std::size_t column_number(const sheet::Sheet& sheet, const sheet::Column& column)
{
    return static_cast<std::size_t>(&column - sheet.columns.data());
}

inline web::Html sheet_row(const web::Reader& reader, const std::string& address,
                           const SheetPage& page, const std::vector<const sheet::Column*>& columns,
                           const sheet::StoredRow& stored)
{
    return html(reader, "<tr><th scope=\"row\"><a href=\"", address,
                web::percent_encoded(stored.row.key), "\">", stored.row.key, "</a></th>",
                each(columns,
                     [&](const sheet::Column* column) {
                         const auto number = column->kind == sheet::Column::number;
                         return html(
                             reader, "<td",
                             when(number, [&] { return html(reader, " class=\"num\""); }), ">",
                             brief_value(reader, *column,
                                         stored.row.cells[column_number(*page.sheet, *column)]),
                             "</td>");
                     }),
                "</tr>\n");
}

inline web::Html sheet_table(const web::Reader& reader, const Forum& forum, const SheetPage& page)
{
    const std::span shown(page.rows.data(), std::min(page.rows.size(), rows_shown_max));
    const auto columns = shown_columns(page);
    const auto address = sheet_address(forum, *page.sheet) + "/";
    return html(reader, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"",
                page.sheet->title, "\"><table class=\"sheet\"><thead><tr><th scope=\"col\">",
                tr("Key"), "</th>",
                each(columns,
                     [&](const sheet::Column* column) {
                         const auto number = column->kind == sheet::Column::number;
                         return html(reader, "<th scope=\"col\"",
                                     when(number, [&] { return html(reader, " class=\"num\""); }),
                                     ">", sheet::label_of(column->name), "</th>");
                     }),
                "</tr></thead>\n<tbody>",
                each(shown,
                     [&](const sheet::StoredRow& row) {
                         return sheet_row(reader, address, page, columns, row);
                     }),
                "</tbody></table></div>\n", when(page.rows.size() > shown.size(), [&] {
                    return html(
                        reader, "<p>",
                        tr("These are the first {shown} of {all} rows. Search to find the others.",
                           {{"shown", std::to_string(shown.size())},
                            {"all", std::to_string(page.rows.size())}}),
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
                             tr_count("{count} row", "{count} rows", page.rows.size()), "</p>\n");
             }),
        page.rows.empty() ? nothing_there(reader, forum, page) : sheet_table(reader, forum, page),
        removed_list(reader, forum, page), "<p class=\"as\">", tr("This sheet as"), " <a href=\"",
        address, ".csv\">CSV</a> <a href=\"", address, ".xlsx\">Excel</a> <a href=\"", address,
        ".json\">JSON</a></p>\n");
    return {.title = tab_title(reader, forum, reader.say(page.sheet->title)),
            .body = std::move(body),
            .frame = desk_frame(desk, forum, "sheets")};
}

}  // namespace sala::forum
