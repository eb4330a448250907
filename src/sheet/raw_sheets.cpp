// SPDX-License-Identifier: Apache-2.0
//
// From bytes to cells: the folder, the workbook, the single sheet.

#include "document/csv.hpp"
#include "document/workbook.hpp"
#include "script/normal.hpp"
#include "sheet/export_folder.hpp"
#include "sheet/understand.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <toml++/toml.h>

namespace sala::sheet {

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw Fault("cannot read " + path.string());
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

// Excel on some computers writes ROOMS.CSV.
std::string in_small_letters(std::string name)
{
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name;
}

RawSheet raw_of(std::string name, const std::vector<document::Row>& rows)
{
    RawSheet raw{std::move(name), {}, {}, {}};
    if (rows.empty())
        return raw;
    raw.header = rows.front().fields;
    for (std::size_t i = 1; i < rows.size(); ++i)
        raw.lines.push_back({rows[i].line, rows[i].fields});
    return raw;
}

// What we write has an apostrophe before each formula.
std::vector<document::Row> with_formulas_back(std::vector<document::Row> rows)
{
    for (auto& row : rows)
        for (auto& field : row.fields)
            field = document::without_apostrophe(field);
    return rows;
}

// forum.toml is a sheet of one row; a value's line is where its name stands.
void read_toml(const std::string& bytes, FilesRead& read)
{
    if (!script::is_utf8(bytes)) {
        read.files.unreadable.insert("forum");
        read.problems.push_back(
            {"forum", 0, "", "not-utf8", tr("This file is not UTF-8. Save it as UTF-8 text.")});
        return;
    }
    toml::table table;
    try {
        table = toml::parse(bytes);
    } catch (const toml::parse_error& error) {
        read.problems.push_back(
            {"forum", error.source().begin.line, "", "not-toml",
             tr("This line is not readable: {reason}. Write lines such as title_en = \"…\".",
                {{"reason", std::string(error.description())}})});
        return;
    }
    RawSheet raw{"forum", {}, {{1, {}}}, {}};
    for (const auto& [name, value] : table) {
        raw.header.emplace_back(name.str());
        raw.places[raw.header.back()] = value.source().begin.line;
        const auto words = value.value<std::string>();
        if (words && words->find('\0') != std::string::npos) {
            read.problems.push_back(
                {"forum", value.source().begin.line, std::string(name.str()), "holds-nul",
                 tr("This text holds a NUL, which no program shows. Please type it again.")});
            raw.lines[0].cells.emplace_back();
        } else if (words)
            raw.lines[0].cells.push_back(*words);
        else if (const auto number = value.value<std::int64_t>())
            raw.lines[0].cells.push_back(std::to_string(*number));
        else
            read.problems.push_back(
                {"forum", value.source().begin.line, std::string(name.str()), "not-a-value",
                 tr("Only words in quotation marks and whole numbers fit here.")}),
                raw.lines[0].cells.emplace_back();
    }
    read.raw.push_back(std::move(raw));
}

void read_sheet_of_folder(const std::string& name, const std::string& bytes, FilesRead& read)
{
    if (bytes.size() > document::csv_bytes_max) {
        read.files.unreadable.insert(name);
        read.problems.push_back(
            {name, 0, "", "file-too-large", tr("This sheet is larger than 10 MiB.")});
        return;
    }
    auto rows = document::read_csv(bytes);
    if (rows) {
        read.raw.push_back(raw_of(name, with_formulas_back(*std::move(rows))));
    } else {
        read.files.unreadable.insert(name);
        read.problems.push_back({name, 0, "", rows.refusal().code, rows.refusal().sentence});
    }
}

}  // namespace

FilesRead read_named_files(const NamedFiles& files)
{
    FilesRead read;
    for (const auto& [name, bytes] : files) {
        const auto sheet = fs::path(name).stem().string();
        const bool twice = std::any_of(read.raw.begin(), read.raw.end(),
                                       [&](const RawSheet& raw) { return raw.name == sheet; });
        if (twice)
            read.problems.push_back(
                {sheet, 0, "", "sheet-twice", tr("This sheet is there twice. Send one of them.")});
        else if (name == "forum.toml")
            read_toml(bytes, read);
        else
            read_sheet_of_folder(sheet, bytes, read);
    }
    understand(read);
    return read;
}

FilesRead read_folder(const std::string& path)
{
    if (!fs::is_directory(path))
        throw Fault(path + " is not a folder");
    // A pipe that is called a sheet would be waited for.
    const auto is_file = [](const fs::path& one) { return fs::is_regular_file(one); };
    std::set<fs::path> sheets;
    std::vector<std::string> others;
    for (const auto& entry : fs::directory_iterator(path))
        if (const auto name = in_small_letters(entry.path().filename().string());
            name.ends_with(".csv") && is_file(entry.path()))
            sheets.insert(entry.path());
        else if (entry.path().filename() != "forum.toml" && !name.starts_with('.'))
            others.push_back(entry.path().filename().string());
    NamedFiles files;
    const auto toml = fs::path(path) / "forum.toml";
    if (is_file(toml))
        files.emplace_back("forum.toml", bytes_of(toml));
    for (const auto& sheet : sheets)
        files.emplace_back(in_small_letters(sheet.filename().string()), bytes_of(sheet));
    auto read = read_named_files(files);
    std::sort(others.begin(), others.end());
    read.not_read = std::move(others);
    if (!is_file(toml))
        read.problems.insert(read.problems.begin(), {"forum", 0, "", "no-forum",
                                                     tr("There is no forum.toml in this folder.")});
    return read;
}

std::optional<std::string> why_not_into(const std::string& path, const std::string& key)
{
    const auto toml = fs::path(path) / "forum.toml";
    if (!fs::exists(toml))
        return std::nullopt;
    const auto there = read_named_files({{"forum.toml", bytes_of(toml)}}).files.forum;
    if (there && there->row.key == key)
        return std::nullopt;
    return path +
           (there ? " holds the forum " + there->row.key
                  : std::string(" holds a forum.toml that cannot be read")) +
           ". Nothing was written; name another folder for " + key + ".";
}

Result<FilesRead> read_workbook_bytes(const std::string& bytes)
{
    std::vector<document::WrongCell> wrong;
    const auto book = document::read_workbook(bytes, &wrong);
    if (!book)
        return book.refusal();
    FilesRead read;
    for (std::size_t n = 0; n < book->size(); ++n) {
        const auto& sheet = (*book)[n];
        if (sheet.hidden || sheet.name == problems_sheet)
            continue;
        read.raw.push_back(raw_of(sheet.name, sheet.rows));
        for (const auto& cell : wrong)
            if (cell.sheet == n)
                read.raw.back().wrong.emplace(std::pair(cell.row, cell.column), cell.refusal);
    }
    understand(read);
    return read;
}

Result<FilesRead> read_one_csv(const std::string& name, const std::string& bytes)
{
    auto rows = document::read_csv(bytes);
    if (!rows)
        return rows.refusal();
    FilesRead read;
    read.raw.push_back(raw_of(name, with_formulas_back(*std::move(rows))));
    understand(read);
    return read;
}

}  // namespace sala::sheet
