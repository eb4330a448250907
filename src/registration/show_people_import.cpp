// SPDX-License-Identifier: Apache-2.0
//
// A focal point finds out how a whole delegation comes from a sheet, and takes the empty one along.

#include "forum/sheet_download.hpp"
#include "registration/people_import.view.hpp"

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

static document::WrittenSheet empty_sheet(const std::vector<forum::Part>& categories)
{
    document::WrittenSheet sheet{.name = "people", .rows = {people_columns()}};
    std::size_t at = 0;
    for (const auto& column : all_particulars()) {
        document::ColumnChoices choices{at++, {}};
        for (const auto& [word, name] : column.choices)
            if (!word.empty())
                choices.values.push_back(word);
        if (column.kind == Particular::category)
            choices.values = keys_of(categories);
        if (column.kind == Particular::tick)
            choices.values = {"yes", "no"};
        if (!choices.values.empty())
            sheet.choices.push_back(std::move(choices));
    }
    return sheet;
}

Result<web::Reply> show(web::Desk& desk, const Delegation& delegation)
{
    if (desk.wants(web::Format::html))
        return desk.show(people_import_page(
            desk, delegation,
            desk.query("came").empty()
                ? web::Html{}
                : came_in_note(desk.reader(), delegation, came_in(desk, delegation))));
    if (!desk.wants(web::Format::json))
        return forum::download_sheet(
            desk, "people", empty_sheet(categories_at(desk.session(), delegation.forum.id)));
    auto columns = Json::array();
    for (const auto& name : people_columns())
        columns.push(name);
    return desk.show(Json::object({{"columns", columns}}));
}

}  // namespace sala::registration
