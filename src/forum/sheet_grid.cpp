// SPDX-License-Identifier: Apache-2.0

#include "forum/sheet_grid.hpp"

#include "sheet/forum_files.hpp"
#include "sheet/revision.hpp"

namespace sala::forum {

std::vector<std::vector<std::string>> grid_of(const sheet::Sheet& sheet,
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

Json sheet_json(const sheet::Sheet& sheet, const std::vector<sheet::StoredRow>& stored)
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

}  // namespace sala::forum
