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

// Whether the words stand in the row's key or in one of its cells, in any language.
class Search {
public:
    Search(const sheet::Sheet& sheet, const std::string& query)
        : sheet_(sheet),
          wanted_(script::searchable(query))
    {
    }

    bool finds(const sheet::RowView& row)
    {
        if (wanted_.empty() || stands_in(row.key))
            return true;
        for (std::size_t n = 0; n < row.cells.size(); ++n)
            if (stands_in_cell(sheet_.columns[n], row.cells[n]))
                return true;
        return false;
    }

private:
    bool stands_in(std::string_view words) const
    {
        return script::searchable(std::string(words)).find(wanted_) != std::string::npos;
    }

    bool stands_in_cell(const sheet::Column& column, const store::ValueView& cell)
    {
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            return stands_in(std::to_string(*number));
        const auto* words = std::get_if<std::string_view>(&cell);
        if (!words)
            return false;
        if (!column.is_text() || !text_.read(*words))
            return stands_in(*words);
        const auto all = text_.wordings();
        return std::any_of(all.begin(), all.end(), [&](const auto& one) {
            return stands_in(one.verbatim) || stands_in(one.corrected);
        });
    }

    const sheet::Sheet& sheet_;
    std::string wanted_;
    TextView text_;
};

static std::vector<std::vector<std::string>> grid_of(const sheet::Sheet& sheet,
                                                     const std::vector<sheet::StoredRow>& stored)
{
    std::vector<const sheet::Row*> rows;
    rows.reserve(stored.size());
    for (const auto& one : stored)
        rows.push_back(&one.row);
    std::vector<std::vector<std::string>> grid{sheet::header_of(sheet, rows)};
    for (const auto* row : rows)
        grid.push_back(sheet::line_of(sheet, *row, grid.front()));
    return grid;
}

static Result<web::Reply> as_file(web::Desk& desk, const Forum& forum, const sheet::Sheet& sheet,
                                  const std::vector<sheet::StoredRow>& rows)
{
    const auto name = forum.slug + "-" + sheet.name;
    const std::string type(web::media_type(desk.format()));
    if (desk.wants(web::Format::csv))
        return desk.download(
            type, name + ".csv",
            document::write_csv(grid_of(sheet, rows), {.neutralise_formulas = true}));
    const auto book =
        document::write_workbook({{sheet.name, grid_of(sheet, rows), {}, {}, {}}},
                                 {.title = name, .author = "Sala", .created = desk.now()});
    if (!book)
        return book.refusal();
    return desk.download(type, name + ".xlsx", *book);
}

static Json sheet_json(const sheet::Sheet& sheet, const std::vector<sheet::StoredRow>& stored)
{
    auto rows = Json::array();
    for (const auto& one : stored) {
        auto row = *Json::read(sheet::row_json(sheet, one.row));
        row.set("id", std::to_string(one.id));
        row.set("version", std::to_string(one.version));
        rows.push(std::move(row));
    }
    return Json::object({{"sheet", sheet.name}, {"rows", rows}});
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto found = sheet_at(desk);
    if (!found)
        return found.refusal();
    const auto& sheet = **found;
    const auto query = script::is_utf8(desk.query("q")) ? script::clean(desk.query("q")) : "";
    Search search(sheet, query);
    if (!desk.wants(web::Format::html)) {
        const auto rows = sheet::rows_of(desk.session(), sheet, forum.id,
                                         [&](const auto& row) { return search.finds(row); });
        return desk.wants(web::Format::json) ? desk.show(sheet_json(sheet, rows))
                                             : as_file(desk, forum, sheet, rows);
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
