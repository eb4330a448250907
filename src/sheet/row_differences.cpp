// SPDX-License-Identifier: Apache-2.0

#include "sheet/row_differences.hpp"

namespace sala::sheet {

std::vector<std::string> different_columns(const Sheet& sheet, const Row& one, const Row& other)
{
    std::vector<std::string> columns;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        if (one.cells[i] != other.cells[i])
            columns.push_back(sheet.columns[i].name);
    return columns;
}

std::string name_in_file(const Sheet& sheet, const std::string& column, const Row& one,
                         const Row& other)
{
    if (!sheet.columns[sheet.at(column)].is_text())
        return column;
    const auto& before = sheet.text(one, column);
    const auto& after = sheet.text(other, column);
    for (const auto* text : {&before, &after})
        for (const auto& [language, wording] : text->wordings()) {
            const auto* in_one = before.in(language);
            const auto* in_other = after.in(language);
            if (!in_one || !in_other || in_one->verbatim != in_other->verbatim)
                return column + "_" + language.tag();
            if (in_one->corrected != in_other->corrected)
                return column + "_" + language.tag() + "_corrected";
        }
    return column;
}

}  // namespace sala::sheet
