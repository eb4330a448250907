// SPDX-License-Identifier: Apache-2.0
//
// Every sheet and every column of it, explained to whoever fills it in.

#pragma once

#include "forum/blank_workbook.hpp"
#include "forum/row_numbers.hpp"
#include "web/desk.hpp"
#include "web/page.hpp"

namespace sala::forum {

using web::each;
using web::html;
using web::when;

inline web::Html column_rows(const web::Reader& reader, const sheet::Sheet& sheet)
{
    return each(sheet.columns, [&](const sheet::Column& column) {
        auto advice = column_advice(column);
        advice.erase(advice.begin());
        return html(reader, "<tr><th scope=\"row\"><code>", column.name, "</code>",
                    when(column.is_text(),
                         [&] { return html(reader, "<code>_en</code>, <code>_th</code>"); }),
                    "</th><td data-th=\"", tr("What it is"), "\">", sheet::label_of(column.name),
                    "</td><td data-th=\"", tr("How to fill it in"), "\">",
                    each(advice, [&](const Sentence& one) { return html(reader, one, " "); }),
                    "</td></tr>\n");
    });
}

inline web::Html template_section(const web::Reader& reader, const sheet::Sheet& sheet)
{
    return html(reader, "<details id=\"", sheet.name, "\"><summary>", sheet.title, " <code>",
                sheet.name, "</code></summary>\n<p>", sheet.about,
                "</p>\n<table class=\"fold\"><caption class=\"unseen\">", sheet.title,
                "</caption><thead><tr><th scope=\"col\">", tr("Column"), "</th><th scope=\"col\">",
                tr("What it is"), "</th><th scope=\"col\">", tr("How to fill it in"),
                "</th></tr></thead><tbody>", column_rows(reader, sheet),
                "</tbody></table></details>\n");
}

inline web::Page templates_page(const web::Desk& desk)
{
    const auto& reader = desk.reader();
    auto body = html(reader, "<div class=\"stack\">\n<h1>", tr("Sheets to fill in"),
                     "</h1>\n<p class=\"lede\">",
                     tr("A forum comes in as one workbook. Leave out the sheets that you do not "
                        "have. The filled one is an example, a small forum that opens as it is."),
                     "</p>\n<p class=\"row\"><a class=\"button\" href=\"/about/templates.xlsx\">",
                     tr("Download the blank workbook"),
                     "</a> <a class=\"button\" data-kind=\"plain\" "
                     "href=\"/about/templates.xlsx?rows=example\">",
                     tr("Download the filled workbook"), "</a></p>\n<h2>", tr("The forum itself"),
                     "</h2>\n", template_section(reader, sheet::sheet_named("forum")),
                     each(sheet_groups(),
                          [&](const SheetGroup& group) {
                              return html(reader, "<h2>", group.title, "</h2>\n",
                                          each(group.sheets, [&](const sheet::Sheet* sheet) {
                                              return template_section(reader, *sheet);
                                          }));
                          }),
                     "</div>\n");
    return {.title = reader.say(tr("Sheets to fill in")), .body = std::move(body)};
}

}  // namespace sala::forum
