// SPDX-License-Identifier: Apache-2.0
//
// What a forum's sheets look like, for anybody who wants to prepare them: every column explained,
// and two workbooks to start from, blank or filled with an example. Needs no login, because nothing
// of any forum is in them.

#include "forum/blank_workbook.hpp"
#include "forum/row_numbers.hpp"
#include "web/verb.hpp"

namespace sala::forum {

using web::each;
using web::html;
using web::when;

static Result<web::Reply> show(web::Desk& desk);
static Json declarations();
static web::Page templates_page(const web::Desk& desk);

web::Verb show_templates()
{
    return {.path = "GET /about/templates",
            .allow = web::anyone,
            .query = {{.name = "rows",
                       .meaning = "Whether the workbook comes with rows to look at.",
                       .words = {"example"}}},
            .run = web::simply(show),
            .also = {web::Format::xlsx}};
}

Result<web::Reply> show(web::Desk& desk)
{
    if (desk.wants(web::Format::json))
        return desk.show(declarations());
    if (desk.wants(web::Format::html))
        return desk.show(templates_page(desk));
    const auto say = [&](const Sentence& sentence) { return desk.reader().say(sentence); };
    const bool filled = desk.query("rows") == "example";
    const auto book = filled ? filled_workbook(say, desk.now()) : blank_workbook(say, desk.now());
    if (!book)
        return book.refusal();
    return desk.download(std::string(web::media_type(web::Format::xlsx)),
                         filled ? "sala-example.xlsx" : "sala-blank.xlsx", *book);
}

Json declarations()
{
    auto sheets = Json::array();
    for (const auto& sheet : sheet::all_sheets()) {
        auto columns = Json::array();
        for (const auto& name : template_header(sheet))
            columns.push(name);
        sheets.push(Json::object(
            {{"sheet", sheet.name}, {"about", sheet.about.english()}, {"columns", columns}}));
    }
    return Json::object({{"blank", "/about/templates.xlsx"},
                         {"filled", "/about/templates.xlsx?rows=example"},
                         {"sheets", sheets}});
}

static web::Html column_rows(const web::Reader& reader, const sheet::Sheet& sheet)
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

static web::Html sheet_section(const web::Reader& reader, const sheet::Sheet& sheet)
{
    return html(reader, "<details id=\"", sheet.name, "\"><summary>", sheet.title, " <code>",
                sheet.name, "</code></summary>\n<p>", sheet.about,
                "</p>\n<table class=\"fold\"><caption class=\"unseen\">", sheet.title,
                "</caption><thead><tr><th scope=\"col\">", tr("Column"), "</th><th scope=\"col\">",
                tr("What it is"), "</th><th scope=\"col\">", tr("How to fill it in"),
                "</th></tr></thead><tbody>", column_rows(reader, sheet),
                "</tbody></table></details>\n");
}

web::Page templates_page(const web::Desk& desk)
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
                     "</h2>\n", sheet_section(reader, sheet::sheet_named("forum")),
                     each(sheet_groups(),
                          [&](const SheetGroup& group) {
                              return html(reader, "<h2>", group.title, "</h2>\n",
                                          each(group.sheets, [&](const sheet::Sheet* sheet) {
                                              return sheet_section(reader, *sheet);
                                          }));
                          }),
                     "</div>\n");
    return {.title = reader.say(tr("Sheets to fill in")), .body = std::move(body)};
}

}  // namespace sala::forum
