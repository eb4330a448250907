// SPDX-License-Identifier: Apache-2.0
//
// From rows to files, canonically: equal forums give equal bytes.

#include "document/csv.hpp"
#include "document/workbook.hpp"
#include "sheet/understand.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace sala::sheet {

namespace {

// English first, then Thai, then the rest by their tags.
int rank(const Language& language)
{
    return language == Language::english() ? 0 : language == Language::thai() ? 1 : 2;
}

std::vector<const Row*> pointers(const std::vector<ForumFiles::Line>& lines)
{
    std::vector<const Row*> rows;
    rows.reserve(lines.size());
    for (const auto& line : lines)
        rows.push_back(&line.row);
    return rows;
}

std::string toml_string(const std::string& words)
{
    std::string out = "\"";
    for (const char c : words) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            // TOML takes other control characters by their number only.
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
                out += fmt::format("\\u{:04X}", static_cast<int>(c));
            else
                out.push_back(c);
        }
    }
    return out + "\"";
}

std::string toml_of(const ForumFiles& files)
{
    const auto& sheet = sheet_named("forum");
    const auto& row = files.forum->row;
    const auto header = header_of(sheet, {&row});
    const auto line = line_of(sheet, row, header);
    std::string out;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (line[i].empty())
            continue;
        const auto heading = heading_of(sheet, header[i]);
        const bool number = heading && sheet.columns[heading->column].kind == Column::number;
        out += header[i] + " = " + (number ? line[i] : toml_string(line[i])) + "\n";
    }
    if (files.revision > 0)
        out += "revision = " + std::to_string(files.revision) + "\n";
    return out;
}

std::vector<std::vector<std::string>> grid_of(const Sheet& sheet,
                                              const std::vector<ForumFiles::Line>& lines)
{
    std::vector<std::vector<std::string>> grid{header_of(sheet, pointers(lines))};
    for (const auto& line : lines)
        grid.push_back(line_of(sheet, line.row, grid.front()));
    return grid;
}

// Of a text that is wrong as a whole ("name") the first of its languages ("name_en"); of a row, its
// first cell.
std::size_t place_in(const std::vector<std::string>& header, const std::string& column)
{
    auto found = std::find(header.begin(), header.end(), column);
    if (found == header.end() && !column.empty())
        found = std::find_if(header.begin(), header.end(),
                             [&](const std::string& one) { return one.starts_with(column + "_"); });
    return found == header.end() ? 0 : static_cast<std::size_t>(found - header.begin());
}

}  // namespace

std::vector<std::string> header_of(const Sheet& sheet, const std::vector<const Row*>& rows)
{
    std::vector<std::string> header{sheet.scope == Sheet::itself ? "slug" : "key"};
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto& column = sheet.columns[i];
        if (!column.is_text()) {
            header.push_back(column.name);
            continue;
        }
        std::map<std::pair<int, Language>, bool> languages;  // whether any row has a correction
        for (const auto* row : rows)
            if (const auto* text = std::get_if<Text>(&row->cells[i]))
                for (const auto& [language, wording] : text->wordings())
                    languages[{rank(language), language}] |= !wording.corrected.empty();
        for (const auto& [language, corrected] : languages) {
            header.push_back(column.name + "_" + language.second.tag());
            if (corrected)
                header.push_back(column.name + "_" + language.second.tag() + "_corrected");
        }
    }
    return header;
}

std::vector<std::string> line_of(const Sheet& sheet, const Row& row,
                                 const std::vector<std::string>& header)
{
    std::vector<std::string> line{row.key};
    for (std::size_t i = 1; i < header.size(); ++i) {
        const auto heading = heading_of(sheet, header[i]);
        assert(heading);
        const auto& cell = row.cells[heading->column];
        if (!heading->language) {
            line.push_back(cell_words(cell));
            continue;
        }
        const auto* text = std::get_if<Text>(&cell);
        const auto* wording = text ? text->in(*heading->language) : nullptr;
        line.push_back(!wording ? "" : heading->corrected ? wording->corrected : wording->verbatim);
    }
    return line;
}

std::map<std::string, std::string> folder_files(const ForumFiles& files)
{
    std::map<std::string, std::string> folder;
    if (files.forum)
        folder["forum.toml"] = toml_of(files);
    for (const auto& [name, lines] : files.sheets)
        if (!lines.empty())
            folder[name + ".csv"] = document::write_csv(grid_of(sheet_named(name), lines),
                                                        {.neutralise_formulas = true});
    return folder;
}

void write_folder(const std::string& path, const ForumFiles& files)
{
    namespace fs = std::filesystem;
    fs::create_directories(path);
    const auto folder = folder_files(files);
    for (const auto& [name, bytes] : folder) {
        std::ofstream out(fs::path(path) / name, std::ios::binary);
        out << bytes;
        out.close();
        if (!out)
            throw Fault("cannot write " + (fs::path(path) / name).string() + "; is the disk full?");
    }
    for (const auto& sheet : all_sheets())
        if (const auto name = sheet.name + ".csv"; !folder.contains(name))
            fs::remove(fs::path(path) / name);
}

Result<std::string> workbook_bytes(const ForumFiles& files, Instant made)
{
    std::vector<document::WrittenSheet> sheets;
    for (const auto& sheet : all_sheets()) {
        if (sheet.scope == Sheet::itself) {
            if (!files.forum)
                continue;
            auto grid = grid_of(sheet, {*files.forum});
            if (files.revision > 0) {
                grid[0].push_back("revision");
                grid[1].push_back(std::to_string(files.revision));
            }
            sheets.insert(sheets.begin(), document::WrittenSheet{sheet.name, grid, {}, {}, {}});
            continue;
        }
        const auto lines = files.sheets.find(sheet.name);
        if (lines != files.sheets.end())
            sheets.push_back({sheet.name, grid_of(sheet, lines->second), {}, {}, {}});
    }
    return document::write_workbook(sheets, {.title = {}, .author = "Sala", .created = made});
}

Result<std::string> annotated_workbook(const FilesRead& read,
                                       const std::function<std::string(const Sentence&)>& say,
                                       Instant made)
{
    std::vector<document::WrittenSheet> sheets;
    document::WrittenSheet list{
        std::string(problems_sheet),
        {{"sheet", "row", "column", "what is wrong and what would be right"}},
        {},
        {},
        {}};
    for (const auto& problem : read.problems)
        list.rows.push_back({problem.sheet, problem.line ? std::to_string(problem.line) : "",
                             problem.column, say(problem.sentence)});
    sheets.push_back(std::move(list));
    for (const auto& raw : read.raw) {
        document::WrittenSheet sheet{raw.name, {raw.header}, {}, {}, {}};
        std::map<std::size_t, std::size_t> row_of_line{{0, 0}};
        for (const auto& line : raw.lines) {
            row_of_line[line.number] = sheet.rows.size();
            sheet.rows.push_back(line.cells);
        }
        for (const auto& problem : read.problems) {
            if (problem.sheet != raw.name)
                continue;
            const auto line = raw.places.empty() || problem.line == 0 ? problem.line : 1;
            sheet.marks.push_back(
                {row_of_line[line], place_in(raw.header, problem.column), say(problem.sentence)});
        }
        sheets.push_back(std::move(sheet));
    }
    return document::write_workbook(sheets, {.title = {}, .author = "Sala", .created = made});
}

}  // namespace sala::sheet
