// SPDX-License-Identifier: Apache-2.0
//
// The manual describes the sheets as the program reads them.

#include "sheet/sheet.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace sala;

namespace {

// By sheet: its columns as the manual lists them, "name *" when one has to be filled in.
using Columns = std::map<std::string, std::set<std::string>>;

// "name_en, name_th ... *" is the column "name *"; "pauses, sound" are two.
std::set<std::string> columns_in(std::string cell, const sheet::Sheet& sheet)
{
    const std::string required = cell.ends_with(" *") ? " *" : "";
    cell.resize(std::min(cell.find(" *"), cell.find(" ...")) == std::string::npos
                    ? cell.size()
                    : std::min(cell.find(" *"), cell.find(" ...")));
    std::set<std::string> found;
    for (std::size_t from = 0; from < cell.size();) {
        const auto to = std::min(cell.find(", ", from), cell.size());
        auto name = cell.substr(from, to - from);
        for (const auto& column : sheet.columns)
            if (column.is_text() && (name == column.name + "_en" || name == column.name + "_th"))
                name = column.name;
        found.insert(name + required);
        from = to + 2;
    }
    return found;
}

Columns columns_of_manual()
{
    Columns found;
    std::ifstream manual(std::string(SALA_SOURCE) + "/docs/manual/sheets.md");
    const sheet::Sheet* sheet = nullptr;
    for (std::string line; std::getline(manual, line);) {
        if (line.starts_with("#"))
            sheet = line == "## forum.toml"    ? sheet::find_sheet("forum")
                    : line.starts_with("### ") ? sheet::find_sheet(std::string_view(line).substr(4))
                                               : nullptr;
        if (sheet && line.find("with the same columns") != std::string::npos)
            found[sheet->name] = found["needs"];
        if (!sheet || !line.starts_with("| ") || line.starts_with("| column |") ||
            line.starts_with("| name | kind"))
            continue;
        const auto cell = line.substr(2, line.find(" |", 2) - 2);
        found[sheet->name].merge(columns_in(cell, *sheet));
    }
    return found;
}

}  // namespace

TEST_CASE("the manual names every column of every sheet, and no other")
{
    auto manual = columns_of_manual();
    for (const auto& sheet : sheet::all_sheets()) {
        INFO(sheet.name);
        auto& said = manual[sheet.name];
        for (const auto* own : {"slug *", "revision"})  // of the file, not of the sheet
            said.erase(own);
        // “Many end with note” is said once for all.
        said.erase("note");
        std::set<std::string> columns;
        for (const auto& column : sheet.columns)
            if (column.name != "note")
                columns.insert(column.name + (column.required ? " *" : ""));
        CHECK(said == columns);
    }
}
