// SPDX-License-Identifier: Apache-2.0
//
// One list to work through: who arrives when, sleeps where, eats what. To print, or as a sheet in
// which no cell is ever run as a formula.

#include "forum/sheet_download.hpp"
#include "registration/working_list.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_working_list()
{
    return {
        .path = "GET /{forum}/lists/{list}",
        .allow = web::secretariat,
        .query = {{.name = "all",
                   .meaning = "yes: also those who are not decided about yet.",
                   .words = {"yes"}},
                  {.name = "part", .meaning = "Only that day or hotel; - for those without one."},
                  {.name = "whole",
                   .meaning = "yes: everything on one page, to be printed.",
                   .words = {"yes"}},
                  {.name = "from", .meaning = "How many to leave out before the first."}},
        .run = web::on<forum::Forum>(show),
        .also = {web::Format::csv, web::Format::xlsx}};
}

// What the address asks for. A sheet is whole, so that nobody is forgotten at the airport.
static WorkingListPage asked_for(const web::Desk& desk, const forum::Forum& forum,
                                 const ListKind& kind)
{
    auto& session = desk.session();
    WorkingListPage page{kind};
    page.asked.all = desk.query("all") == "yes";
    page.parts = parts_of(session, forum.id, kind, page.asked.all);
    const auto part = desk.query("part");
    if (!part.empty())
        page.asked.part = part == no_part ? std::string{} : part;
    page.whole = desk.query("whole") == "yes";
    page.pages = {desk.address(),
                  {{"all", page.asked.all ? "yes" : ""}, {"part", part}},
                  0,
                  page.whole ? 0 : from_of(desk),
                  list_rows_a_page};
    for (const auto& one : page.parts)
        if (!page.asked.part || one.name == *page.asked.part)
            page.pages.found += one.people;
    if (page.whole)
        page.pages.a_page = static_cast<std::size_t>(page.pages.found);
    if (!page.whole && (desk.wants(web::Format::html) || desk.wants(web::Format::json))) {
        page.asked.from = page.pages.from;
        page.asked.at_most = list_rows_a_page;
    }
    page.list = working_list(kind, people_on(session, forum.id, kind, page.asked),
                             delegations_at(session, forum.id), desk.reader(),
                             desk.wants(web::Format::html));
    return page;
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto* kind = list_named(desk.at("list"));
    if (!kind)
        return missing("no-such-list", "There is no such list.");
    const auto page = asked_for(desk, forum, *kind);
    if (desk.wants(web::Format::html))
        return desk.show(working_list_page(desk, forum, page));
    if (desk.wants(web::Format::json))
        return desk.show(working_list_json(page));
    const auto name = forum.slug + "-" + kind->word;
    return forum::download_sheet(
        desk, name,
        {.name = name, .rows = page.list.as_sheet(desk.reader().say(tr("Part of the list")))});
}

}  // namespace sala::registration
