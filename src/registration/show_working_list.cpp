// SPDX-License-Identifier: Apache-2.0
//
// One list to work through: who arrives when, sleeps where, eats what. To print, or as a sheet in
// which no cell is ever run as a formula.

#include "document/workbook.hpp"
#include "registration/working_list.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_working_list()
{
    return {.path = "GET /{forum}/lists/{list}",
            .allow = web::secretariat,
            .query = {{.name = "all",
                       .meaning = "yes: also those who are not decided about yet.",
                       .words = {"yes"}}},
            .run = web::on<forum::Forum>(show),
            .also = {web::Format::csv, web::Format::xlsx}};
}

// Who is approved; with `all` also who still may be.
static std::vector<Registered> who_comes(store::Session& session, std::int64_t forum, bool all)
{
    if (!all)
        return registered_at(session, forum, {.status = Status::approved});
    auto people = registered_at(session, forum);
    std::erase_if(people, [](const Registered& one) {
        const auto status = one.registration.status();
        return status == Status::refused || status == Status::withdrawn;
    });
    return people;
}

static Result<web::Reply> as_file(web::Desk& desk, const std::string& name, const WorkingList& list)
{
    const auto sheet = list.as_sheet(desk.reader().say(tr("Part of the list")));
    const std::string type(web::media_type(desk.format()));
    if (desk.wants(web::Format::csv))
        return desk.download(type, name + ".csv",
                             document::write_csv(sheet, {.neutralise_formulas = true}));
    const auto book = document::write_workbook(
        {{.name = name, .rows = sheet}}, {.title = name, .author = "Sala", .created = desk.now()});
    if (!book)
        return book.refusal();
    return desk.download(type, name + ".xlsx", *book);
}

static Json list_as_json(const WorkingList& list)
{
    auto rows = Json::array();
    for (const auto& cells : list.as_sheet("part")) {
        auto row = Json::array();
        for (const auto& cell : cells)
            row.push(cell);
        rows.push(std::move(row));
    }
    return Json::object({{"rows", rows}});
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto* kind = list_named(desk.at("list"));
    if (!kind)
        return missing("no-such-list", "There is no such list.");
    const bool all = desk.query("all") == "yes";
    const auto list = working_list(*kind, who_comes(desk.session(), forum.id, all),
                                   delegations_at(desk.session(), forum.id), desk.reader());
    if (desk.wants(web::Format::html))
        return desk.show(working_list_page(desk, forum, *kind, list, all));
    if (desk.wants(web::Format::json))
        return desk.show(list_as_json(list));
    return as_file(desk, forum.slug + "-" + kind->word, list);
}

}  // namespace sala::registration
