// SPDX-License-Identifier: Apache-2.0
//
// What a forum's sheets look like, for anybody who wants to prepare them: every column explained,
// and two workbooks to start from, blank or filled with an example. Needs no login, because nothing
// of any forum is in them.

#include "forum/show_templates.view.hpp"
#include "web/verb.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk);
static Json declarations();

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

}  // namespace sala::forum
