// SPDX-License-Identifier: Apache-2.0
//
// The rows of one sheet, to look through, to search and to take along as a file.

#include "forum/row_search.hpp"
#include "forum/sheet_download.hpp"
#include "forum/sheet_grid.hpp"
#include "forum/show_sheet.view.hpp"
#include "script/normal.hpp"
#include "sheet/forum_files.hpp"

#include <fmt/format.h>

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_sheet()
{
    return {.path = "GET /{forum}/sheets/{sheet}",
            .allow = web::secretariat,
            .query = {{.name = "q", .meaning = "Only rows that hold these words."},
                      {.name = "removed",
                       .meaning = "Says above the sheet that the row of this key was taken away."}},
            .run = web::on<Forum>(show),
            .also = {web::Format::csv, web::Format::xlsx}};
}

// A sheet by itself has no other place to say which edits it knows.
static std::string file_name(web::Desk& desk, const Forum& forum, const sheet::Sheet& sheet)
{
    return fmt::format("{}-{}{}{}", forum.slug, sheet.name, sheet::revision_mark,
                       sheet::newest_edit(desk.session(), forum.id));
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto found = sheet_at(desk);
    if (!found)
        return found.refusal();
    const auto& sheet = **found;
    const auto query = script::is_utf8(desk.query("q")) ? script::clean(desk.query("q")) : "";
    RowSearch search(sheet, query);
    if (!desk.wants(web::Format::html)) {
        const auto rows = sheet::rows_of(desk.session(), sheet, forum.id,
                                         [&](const auto& row) { return search.finds(row); });
        return desk.wants(web::Format::json)
                   ? desk.show(sheet_json(sheet, rows))
                   : download_sheet(desk, file_name(desk, forum, sheet),
                                    {.name = sheet.name, .rows = grid_of(sheet, rows)});
    }
    SheetPage page{.sheet = &sheet,
                   .cells = {desk.reader(), sheet, sheet_address(forum, sheet)},
                   .query = query};
    sheet::each_row(desk.session(), sheet, forum.id, [&](const sheet::RowView& row) {
        ++page.all;
        if (search.finds(row))
            page.cells.add(row);
    });
    page.removed = removed_rows(desk.session(), sheet, forum.id);
    page.just_removed = desk.query("removed");
    return desk.show(sheet_page(desk, forum, page));
}

}  // namespace sala::forum
