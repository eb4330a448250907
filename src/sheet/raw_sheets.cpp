// SPDX-License-Identifier: Apache-2.0
//
// From bytes to cells: the folder, the workbook, the single sheet.

#include "document/csv.hpp"
#include "document/workbook.hpp"
#include "script/normal.hpp"
#include "sheet/understand.hpp"

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

RawSheet raw_of(std::string name, const std::vector<document::Row>& rows)
{
    RawSheet raw{std::move(name), {}, {}};
    if (rows.empty())
        return raw;
    raw.header = rows.front().fields;
    for (std::size_t i = 1; i < rows.size(); ++i)
        raw.lines.push_back({rows[i].line, rows[i].fields});
    return raw;
}

Problem whole_sheet(const std::string& name, const Refusal& refusal)
{
    return {name, 0, "", refusal.code, refusal.sentence};
}

// forum.toml is a sheet of one row; a value's line is where its name stands.
void read_toml(const std::string& bytes, FilesRead& read)
{
    if (!script::is_utf8(bytes)) {
        read.problems.push_back({"forum", 0, "", "not-utf8", tr("This file is not UTF-8. Save it as UTF-8 text.")});
        return;
    }
    toml::table table;
    try {
        table = toml::parse(bytes);
    } catch (const toml::parse_error& error) {
        read.problems.push_back({"forum", error.source().begin.line, "", "not-toml",
                                 tr("This line is not readable: {reason}. Write lines such as title_en = \"…\".",
                                    {{"reason", std::string(error.description())}})});
        return;
    }
    RawSheet raw{"forum", {}, {{1, {}}}};
    for (const auto& [name, value] : table) {
        raw.header.emplace_back(name.str());
        if (const auto words = value.value<std::string>())
            raw.lines[0].cells.push_back(*words);
        else if (const auto number = value.value<std::int64_t>())
            raw.lines[0].cells.push_back(std::to_string(*number));
        else
            read.problems.push_back({"forum", value.source().begin.line, std::string(name.str()), "not-a-value",
                                     tr("Only words in quotation marks and whole numbers fit here.")}),
                raw.lines[0].cells.emplace_back();
    }
    read.raw.push_back(std::move(raw));
}

}  // namespace

FilesRead read_folder(const std::string& path)
{
    if (!fs::is_directory(path))
        throw Fault(path + " is not a folder");
    FilesRead read;
    if (const auto toml = fs::path(path) / "forum.toml"; fs::exists(toml))
        read_toml(bytes_of(toml), read);
    else
        read.problems.push_back({"forum", 0, "", "no-forum", tr("There is no forum.toml in this folder.")});

    std::set<fs::path> files;
    for (const auto& entry : fs::directory_iterator(path))
        if (entry.path().extension() == ".csv")
            files.insert(entry.path());
    for (const auto& file : files) {
        const auto name = file.stem().string();
        if (fs::file_size(file) > document::csv_bytes_max) {
            read.problems.push_back({name, 0, "", "file-too-large", tr("This sheet is larger than 10 MiB.")});
            continue;
        }
        const auto rows = document::read_csv(bytes_of(file));
        if (rows)
            read.raw.push_back(raw_of(name, *rows));
        else
            read.problems.push_back(whole_sheet(name, rows.refusal()));
    }
    understand(read);
    return read;
}

Result<FilesRead> read_workbook_bytes(const std::string& bytes)
{
    const auto book = document::read_workbook(bytes);
    if (!book)
        return book.refusal();
    FilesRead read;
    for (const auto& sheet : *book)
        if (!sheet.hidden)
            read.raw.push_back(raw_of(sheet.name, sheet.rows));
    understand(read);
    return read;
}

Result<FilesRead> read_one_csv(const std::string& name, const std::string& bytes)
{
    const auto rows = document::read_csv(bytes);
    if (!rows)
        return rows.refusal();
    FilesRead read;
    read.raw.push_back(raw_of(name, *rows));
    understand(read);
    return read;
}

}  // namespace sala::sheet
