// SPDX-License-Identifier: Apache-2.0

#include "forum/sheet_cells.hpp"

#include "sheet/stored_row.hpp"

#include <algorithm>
#include <tuple>

namespace sala::forum {

using web::append;

static bool is_empty(const store::ValueView& value)
{
    if (const auto* words = std::get_if<std::string_view>(&value))
        return words->empty();
    return !std::holds_alternative<std::int64_t>(value);
}

SheetCells::SheetCells(const web::Reader& reader, const sheet::Sheet& sheet, std::string address)
    : reader_(reader),
      sheet_(sheet),
      address_(std::move(address)),
      holds_anything_(sheet.columns.size()),
      ends_{0}
{
}

void SheetCells::add(const sheet::RowView& row)
{
    rows_.push_back({row.position, row.id, ends_.size()});
    add_key(row.key);
    for (std::size_t n = 0; n < row.cells.size(); ++n) {
        if (!is_empty(row.cells[n]))
            add_cell(row.key, n, row.cells[n]);
        ends_.push_back(parts_.markup().size());
    }
}

void SheetCells::add_cell(std::string_view key, std::size_t number, const store::ValueView& value)
{
    const auto& column = sheet_.columns[number];
    parts_.add_literal(column.kind == sheet::Column::number ? "<td class=\"num\">" : "<td>");
    const auto empty = parts_.markup().size();
    add_value(key, column, value);
    if (parts_.markup().size() > empty)
        holds_anything_[number] = true;
    parts_.add_literal("</td>");
}

// A key is letters, digits and hyphens: it stands in an address as it is.
void SheetCells::add_key(std::string_view key)
{
    parts_.add_literal("<tr><th scope=\"row\"><a href=\"");
    parts_.add_escaped(address_);
    parts_.add_literal("/");
    parts_.add_escaped(key);
    parts_.add_literal("\">");
    parts_.add_escaped(key);
    parts_.add_literal("</a></th>");
    ends_.push_back(parts_.markup().size());
}

void SheetCells::add_value(std::string_view key, const sheet::Column& column,
                           const store::ValueView& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return append(parts_, reader_, *number);
    const auto words = std::get<std::string_view>(value);
    if (column.is_text() && !text_.read(words))
        throw Fault(sheet::unreadable_text(sheet_, key, column.name));
    if (column.is_text())
        add_text();
    else if (column.kind == sheet::Column::choice)
        append(parts_, reader_, sheet::label_of_choice(std::string(words)));
    else if (column.kind == sheet::Column::flag)
        append(parts_, reader_, tr("yes"));
    else
        parts_.add_escaped(words);
}

// The reader's language first, the first other one soft; more would crowd a table.
void SheetCells::add_text()
{
    const auto* shown = text_.for_reader(reader_.language);
    if (!shown)
        return;
    const auto in_its_language = [&](std::string_view before, const TextView::Wording& wording) {
        parts_.add_literal(before);
        parts_.add_escaped(wording.language);
        parts_.add_literal("\">");
        parts_.add_escaped(wording.shown());
        parts_.add_literal("</span>");
    };
    if (shown->language == reader_.language.tag())
        parts_.add_escaped(shown->shown());
    else
        in_its_language("<span lang=\"", *shown);
    for (const auto& other : text_.wordings())
        if (&other != shown)
            return in_its_language("<br><span class=\"soft\" lang=\"", other);
}

std::string_view SheetCells::part(std::size_t number) const
{
    return std::string_view(parts_.markup())
        .substr(ends_[number - 1], ends_[number] - ends_[number - 1]);
}

web::Html SheetCells::table(const std::vector<std::size_t>& columns, std::size_t most) const
{
    std::vector<const Row*> ordered;
    ordered.reserve(rows_.size());
    for (const auto& row : rows_)
        ordered.push_back(&row);
    std::sort(ordered.begin(), ordered.end(), [](const Row* one, const Row* other) {
        return std::tie(one->position, one->id) < std::tie(other->position, other->id);
    });
    ordered.resize(std::min(most, ordered.size()));

    web::Html table;
    table.reserve(parts_.markup().size() + ordered.size() * 8);
    // The parts were escaped when they were written.
    for (const auto* row : ordered) {
        table.add_literal(part(row->first_end));
        for (const auto column : columns) {
            const auto cell = part(row->first_end + 1 + column);
            table.add_literal(cell.empty() ? "<td></td>" : cell);
        }
        table.add_literal("</tr>\n");
    }
    return table;
}

}  // namespace sala::forum
