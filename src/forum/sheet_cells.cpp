// SPDX-License-Identifier: Apache-2.0

#include "forum/sheet_cells.hpp"

#include "web/percent.hpp"

#include <algorithm>
#include <tuple>

namespace sala::forum {

using web::append;

SheetCells::SheetCells(const web::Reader& reader, const sheet::Sheet& sheet)
    : reader_(reader),
      sheet_(sheet),
      holds_anything_(sheet.columns.size()),
      ends_{0}
{
}

void SheetCells::add(const sheet::RowView& row)
{
    rows_.push_back({row.position, row.id, std::string(row.key), ends_.size() - 1});
    for (std::size_t n = 0; n < row.cells.size(); ++n) {
        add_cell(sheet_.columns[n], row.cells[n]);
        const auto end = cells_.markup().size();
        if (end > ends_.back())
            holds_anything_[n] = true;
        ends_.push_back(end);
    }
}

void SheetCells::add_cell(const sheet::Column& column, const store::ValueView& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return append(cells_, reader_, *number);
    const auto* words = std::get_if<std::string_view>(&value);
    if (!words || words->empty())
        return;
    if (column.is_text())
        add_text(*words);
    else if (column.kind == sheet::Column::choice)
        append(cells_, reader_, sheet::label_of_choice(std::string(*words)));
    else if (column.kind == sheet::Column::flag)
        append(cells_, reader_, tr("yes"));
    else
        append(cells_, reader_, *words);
}

// The reader's language first, the first other one soft; more would crowd a table.
void SheetCells::add_text(std::string_view canonical_json)
{
    if (!text_.read(canonical_json))
        throw Fault("a text of the sheet " + sheet_.name + " is not readable");
    const auto* shown = text_.for_reader(reader_.language);
    if (!shown)
        return;
    if (shown->language == reader_.language.tag())
        append(cells_, reader_, shown->shown());
    else
        append(cells_, reader_, "<span lang=\"", shown->language, "\">", shown->shown(), "</span>");
    for (const auto& other : text_.wordings())
        if (&other != shown) {
            append(cells_, reader_, "<br><span class=\"soft\" lang=\"", other.language, "\">",
                   other.shown(), "</span>");
            break;
        }
}

std::string_view SheetCells::cell(std::size_t number) const
{
    return std::string_view(cells_.markup())
        .substr(ends_[number], ends_[number + 1] - ends_[number]);
}

web::Html SheetCells::table(const std::string& address, const std::vector<std::size_t>& columns,
                            std::size_t most) const
{
    std::vector<const Row*> ordered;
    ordered.reserve(rows_.size());
    for (const auto& row : rows_)
        ordered.push_back(&row);
    std::sort(ordered.begin(), ordered.end(), [](const Row* one, const Row* other) {
        return std::tie(one->position, one->id) < std::tie(other->position, other->id);
    });
    ordered.resize(std::min(most, ordered.size()));

    constexpr std::size_t around_a_cell = 24;
    web::Html table;
    table.reserve(cells_.markup().size() + ordered.size() * (columns.size() + 6) * around_a_cell);
    for (const auto* row : ordered) {
        append(table, reader_, "<tr><th scope=\"row\"><a href=\"", address, "/",
               web::percent_encoded(row->key), "\">", row->key, "</a></th>");
        for (const auto column : columns) {
            table.add_literal(sheet_.columns[column].kind == sheet::Column::number
                                  ? "<td class=\"num\">"
                                  : "<td>");
            table.add_literal(cell(row->first_cell + column));  // escaped when it was written
            table.add_literal("</td>");
        }
        table.add_literal("</tr>\n");
    }
    return table;
}

}  // namespace sala::forum
