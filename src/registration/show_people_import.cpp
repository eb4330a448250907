// SPDX-License-Identifier: Apache-2.0
//
// A focal point finds out how a whole delegation comes from a sheet, and takes the empty one along.

#include "forum/sheet_download.hpp"
#include "registration/people_import.view.hpp"

#include <fmt/format.h>

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const Delegation& delegation);

web::Verb show_people_import()
{
    return {.path = "GET /{forum}/delegations/{delegation}/import",
            .allow = forum::focal_points,
            .query = {{.name = "came", .meaning = "How many came in from the sheet just sent."},
                      {.name = "left", .meaning = "How many were left out of it."},
                      {.name = "who",
                       .meaning = "Who was left out, by number, each with the columns of which the "
                                  "sheet says otherwise."}},
            .run = web::on<Delegation>(show),
            .also = {web::Format::csv, web::Format::xlsx}};
}

// The sheet to fill in, named as its reader reads (whoever writes programs takes the CSV), and a
// page that says what may stand where: a choice a row, so that it is copied as it stands.
static std::vector<document::WrittenSheet>
workbook_to_fill_in(const web::Reader& reader, const std::vector<forum::Part>& categories)
{
    document::WrittenSheet sheet{.name = reader.say(tr("People")), .rows = {{}}};
    document::WrittenSheet guide{.name = reader.say(tr("What may stand there")),
                                 .rows = {{reader.say(tr("Column")), reader.say(tr("What it is")),
                                           reader.say(tr("What may stand there"))}}};
    for (const auto& column : all_particulars()) {
        const auto first = guide.rows.size() + 1;
        guide.rows.push_back({reader.say(column.label), about_column(reader, column), {}});
        const auto choices = SheetChoices(column, categories).words(reader);
        for (std::size_t at = 0; at < choices.size(); ++at) {
            if (at > 0)
                guide.rows.push_back({{}, {}, {}});
            guide.rows.back().back() = choices[at];
        }
        const auto at = sheet.rows.front().size();
        if (column.kind == Particular::tick)
            sheet.choices.push_back({at, choices});
        else if (!choices.empty())
            sheet.choices.push_back(
                {at, {}, fmt::format("'{}'!$C${}:$C${}", guide.name, first, guide.rows.size())});
        sheet.rows.front().push_back(reader.say(column.label));
    }
    return {std::move(sheet), std::move(guide)};
}

Result<web::Reply> show(web::Desk& desk, const Delegation& delegation)
{
    const auto categories = categories_at(desk.session(), delegation.forum.id);
    if (desk.wants(web::Format::html))
        return desk.show(people_import_page(
            desk, delegation, categories,
            desk.query("came").empty()
                ? web::Html{}
                : came_in_note(desk.reader(), delegation, came_in(desk, delegation))));
    if (desk.wants(web::Format::csv))
        return forum::download_sheet(desk, "people",
                                     {.name = "people", .rows = {people_columns()}});
    if (desk.wants(web::Format::xlsx))
        return forum::download_workbook(desk, "people",
                                        workbook_to_fill_in(desk.reader(), categories));
    auto columns = Json::array();
    for (const auto& name : people_columns())
        columns.push(name);
    return desk.show(Json::object({{"columns", columns}}));
}

}  // namespace sala::registration
