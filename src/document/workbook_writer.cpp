// SPDX-License-Identifier: Apache-2.0

#include "document/workbook.hpp"

#include "document/temporary_folder.hpp"
#include "document/utf8.hpp"
#include "document/workbook_cells.hpp"

#include <algorithm>
#include <ctime>
#include <map>
#include <set>
#include <xlsxwriter.h>

namespace sala::document {
namespace {

constexpr std::size_t cell_characters_max = 32'767;

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string cut(std::string_view text, std::size_t most)
{
    std::size_t size = 0;
    for (; most > 0 && size < text.size(); --most)
        size += character_size(text, size);
    return std::string(text.substr(0, size));
}

// The library takes C strings, so a NUL would silently end the value.
std::string safe(std::string_view text)
{
    auto whole = mended_utf8(text);
    std::replace(whole.begin(), whole.end(), '\0', ' ');
    return whole;
}

// Excel: at most 31 characters, none of []:*?/\, no apostrophe at either end, no name twice.
std::string sheet_name(std::string_view wanted, std::set<std::string>& taken)
{
    auto name = safe(wanted);
    for (auto& c : name)
        if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos || c == '\'')
            c = ' ';
    name = cut(name.empty() ? "Sheet" : name, 31);
    auto lower = [](std::string text) {
        std::transform(text.begin(), text.end(), text.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        });
        return text;
    };
    const auto first = name;
    for (int i = 2; !taken.insert(lower(name)).second; ++i)
        name = cut(first, 27) + " " + std::to_string(i);
    return name;
}

struct Formats {
    explicit Formats(lxw_workbook* book)
        : header(workbook_add_format(book)),
          plain(workbook_add_format(book)),
          wrong(workbook_add_format(book))
    {
        for (auto* format : {header, plain, wrong}) {
            format_set_num_format(format, "@");
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            format_set_text_wrap(format);
        }
        format_set_bold(header);
        format_set_bg_color(header, 0xE8E6E1);
        format_set_bottom(header, LXW_BORDER_THIN);
        format_set_bg_color(wrong, 0xF8CBC6);
        format_set_font_color(wrong, 0x8A1C12);
    }
    lxw_format *header, *plain, *wrong;
};

class SheetWriter {
public:
    SheetWriter(lxw_worksheet* sheet, const WrittenSheet& what, const Formats& formats)
        : sheet_(sheet),
          what_(what),
          formats_(formats)
    {
        for (const auto& mark : what.marks) {
            auto& comment = comments_[{mark.row, mark.column}];
            comment += (comment.empty() ? "" : "\n") + safe(mark.comment);
            if (mark.wrong)
                wrong_.insert({mark.row, mark.column});
        }
    }

    void write()
    {
        write_columns();
        for (std::size_t row = 0; row < what_.rows.size(); ++row)
            for (std::size_t column = 0; column < what_.rows[row].size(); ++column)
                write_cell(row, column, safe(what_.rows[row][column]));
        for (const auto& [place, comment] : comments_)
            write_mark(place.first, place.second, comment);
        for (const auto& choices : what_.choices)
            write_choices(choices);
        worksheet_freeze_panes(sheet_, 1, 0);
    }

private:
    static lxw_row_t lxw_row(std::size_t row) { return static_cast<lxw_row_t>(row); }
    static lxw_col_t lxw_column(std::size_t column) { return static_cast<lxw_col_t>(column); }

    void write_columns()
    {
        std::vector<double> widths = what_.widths;
        if (widths.empty())
            for (const auto& row : what_.rows) {
                widths.resize(std::max(widths.size(), row.size()), 8);
                for (std::size_t i = 0; i < row.size(); ++i)
                    widths[i] =
                        std::clamp(static_cast<double>(characters(row[i])) + 2, widths[i], 60.0);
            }
        for (std::size_t i = 0; i < widths.size(); ++i)
            worksheet_set_column(sheet_, lxw_column(i), lxw_column(i), widths[i], formats_.plain);
    }

    void write_cell(std::size_t row, std::size_t column, const std::string& value)
    {
        auto* format = wrong_.contains({row, column}) ? formats_.wrong
                       : row == 0                     ? formats_.header
                                                      : formats_.plain;
        if (value.empty() && format == formats_.plain)
            return;
        if (value.empty())
            worksheet_write_blank(sheet_, lxw_row(row), lxw_column(column), format);
        else
            worksheet_write_string(sheet_, lxw_row(row), lxw_column(column),
                                   escaped_text(value).c_str(), format);
    }

    // Marks may stand where the sheet has no cell: "this column is missing".
    void write_mark(std::size_t row, std::size_t column, const std::string& comment)
    {
        if (row >= what_.rows.size() || column >= what_.rows[row].size())
            worksheet_write_blank(sheet_, lxw_row(row), lxw_column(column), formats_.wrong);
        if (comment.empty())
            return;
        lxw_comment_options options{};
        char author[] = "Sala";
        options.author = author;
        options.width = 260;
        worksheet_write_comment_opt(sheet_, lxw_row(row), lxw_column(column),
                                    cut(comment, 2000).c_str(), &options);
    }

    void write_choices(const ColumnChoices& choices)
    {
        auto cells = "=" + choices.cells;
        std::vector<std::string> values;
        std::size_t bytes = 0;  // the library has room for so many, not for so many characters
        bool comma = false;
        for (const auto& value : choices.values) {
            values.push_back(safe(value));
            bytes += values.back().size() + 1;
            comma = comma || value.find(',') != std::string::npos;
        }
        if (choices.cells.empty() && (values.empty() || bytes > 255 || comma))
            return;
        std::vector<char*> list;
        list.reserve(values.size() + 1);
        for (auto& value : values)
            list.push_back(value.data());
        list.push_back(nullptr);
        lxw_data_validation validation{};
        validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.value_list = list.data();
        if (!choices.cells.empty()) {
            validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
            validation.value_formula = cells.data();
        }
        worksheet_data_validation_range(sheet_, 1, lxw_column(choices.column), 5000,
                                        lxw_column(choices.column), &validation);
    }

    lxw_worksheet* sheet_;
    const WrittenSheet& what_;
    const Formats& formats_;
    std::map<std::pair<std::size_t, std::size_t>, std::string> comments_;
    std::set<std::pair<std::size_t, std::size_t>> wrong_;
};

std::optional<Refusal> too_long(const std::vector<WrittenSheet>& sheets)
{
    for (const auto& sheet : sheets)
        for (std::size_t row = 0; row < sheet.rows.size(); ++row)
            for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
                if (characters(sheet.rows[row][column]) > cell_characters_max)
                    return invalid({}, "value-too-long",
                                   "Sheet {sheet}, cell {cell}: the value is longer than the "
                                   "32,767 characters that a cell can hold. Take CSV instead.",
                                   {{"sheet", sheet.name}, {"cell", cell_name({row + 1, column})}});
    return std::nullopt;
}

void set_facts(lxw_workbook* book, const WorkbookFacts& facts)
{
    auto title = safe(facts.title);
    auto author = safe(facts.author);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.created = static_cast<std::time_t>(facts.created.milliseconds() / 1000);
    workbook_set_properties(book, &properties);
}

}  // namespace

Result<std::string> write_workbook(const std::vector<WrittenSheet>& sheets,
                                   const WorkbookFacts& facts)
{
    if (sheets.empty())
        return invalid({}, "no-sheets", "A workbook needs at least one sheet.");
    if (auto refusal = too_long(sheets))
        return std::move(*refusal);
    const TemporaryFolder folder;
    auto temporary = folder.path().string();
    lxw_workbook_options options{LXW_FALSE, temporary.data(), LXW_FALSE};
    auto* book = workbook_new_opt((folder / "book.xlsx").c_str(), &options);
    if (!book)
        throw Fault("a workbook cannot be made");
    set_facts(book, facts);
    const Formats formats(book);
    std::set<std::string> names;
    for (const auto& sheet : sheets)
        SheetWriter(workbook_add_worksheet(book, sheet_name(sheet.name, names).c_str()), sheet,
                    formats)
            .write();
    if (const auto error = workbook_close(book))
        throw Fault(std::string("a workbook cannot be written: ") + lxw_strerror(error));
    return folder.read("book.xlsx");
}

}  // namespace sala::document
