// SPDX-License-Identifier: Apache-2.0
//
// The rows of one sheet, to look through, to search and to take along as a file.
//
// In the CSV for looking at, a cell that a spreadsheet would run as a formula is disarmed; the
// workbook writes every cell as text.

#include "document/csv.hpp"
#include "document/workbook.hpp"
#include "forum/show_sheet.view.hpp"
#include "script/normal.hpp"
#include "sheet/forum_files.hpp"

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

static bool holds(const sheet::Row& row, const std::string& wanted)
{
    const auto found = [&](const std::string& words) {
        return script::searchable(words).find(wanted) != std::string::npos;
    };
    if (found(row.key))
        return true;
    for (const auto& cell : row.cells) {
        if (const auto* text = std::get_if<Text>(&cell)) {
            for (const auto& [language, wording] : text->wordings())
                if (found(wording.verbatim) || found(wording.corrected))
                    return true;
        } else if (found(sheet::cell_words(cell))) {
            return true;
        }
    }
    return false;
}

static std::vector<std::vector<std::string>> grid_of(const SheetPage& page)
{
    std::vector<const sheet::Row*> rows;
    rows.reserve(page.rows.size());
    for (const auto& stored : page.rows)
        rows.push_back(&stored.row);
    std::vector<std::vector<std::string>> grid{sheet::header_of(*page.sheet, rows)};
    for (const auto* row : rows)
        grid.push_back(sheet::line_of(*page.sheet, *row, grid.front()));
    return grid;
}

static Result<web::Reply> as_file(web::Desk& desk, const Forum& forum, const SheetPage& page)
{
    const auto name = forum.slug + "-" + page.sheet->name;
    const std::string type(web::media_type(desk.format()));
    if (desk.wants(web::Format::csv))
        return desk.download(type, name + ".csv",
                             document::write_csv(grid_of(page), {.neutralise_formulas = true}));
    const auto book =
        document::write_workbook({{page.sheet->name, grid_of(page), {}, {}, {}}},
                                 {.title = name, .author = "Sala", .created = desk.now()});
    if (!book)
        return book.refusal();
    return desk.download(type, name + ".xlsx", *book);
}

static Json sheet_json(const SheetPage& page)
{
    auto rows = Json::array();
    for (const auto& stored : page.rows) {
        auto row = *Json::read(sheet::row_json(*page.sheet, stored.row));
        row.set("id", std::to_string(stored.id));
        row.set("version", std::to_string(stored.version));
        rows.push(std::move(row));
    }
    return Json::object({{"sheet", page.sheet->name}, {"rows", rows}});
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto sheet = sheet_at(desk);
    if (!sheet)
        return sheet.refusal();
    SheetPage page;
    page.sheet = *sheet;
    page.rows = sheet::rows_of(desk.session(), **sheet, forum.id);
    page.all = page.rows.size();
    page.query = script::is_utf8(desk.query("q")) ? script::clean(desk.query("q")) : "";
    if (const auto wanted = script::searchable(page.query); !wanted.empty())
        std::erase_if(page.rows,
                      [&](const sheet::StoredRow& stored) { return !holds(stored.row, wanted); });
    if (desk.wants(web::Format::json))
        return desk.show(sheet_json(page));
    if (!desk.wants(web::Format::html))
        return as_file(desk, forum, page);
    page.removed = removed_rows(desk.session(), **sheet, forum.id);
    page.just_removed = desk.query("removed");
    return desk.show(sheet_page(desk, forum, page));
}

}  // namespace sala::forum
