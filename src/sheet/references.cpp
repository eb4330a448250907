// SPDX-License-Identifier: Apache-2.0

#include "sheet/references.hpp"

#include <sstream>

namespace sala::sheet {

namespace {

// "sittings:courtesy-call". What is no such subject is refused by the sheet's rule.
void add_subject(std::vector<Named>& named, const Column& column, const std::string& subject)
{
    const auto colon = subject.find(':');
    const auto* about = find_sheet(std::string_view(subject).substr(0, colon));
    if (colon != std::string::npos && about && about->scope != Sheet::itself)
        named.push_back({column.name, about, subject.substr(colon + 1)});
}

}  // namespace

std::vector<Named> rows_named_by(const Sheet& sheet, const Row& row)
{
    std::vector<Named> named;
    for (const auto& column : sheet.columns) {
        if (sheet.name == "claims" && column.name == "subject")
            add_subject(named, column, sheet.words(row, column.name));
        if (column.kind != Column::ref && column.kind != Column::refs)
            continue;
        std::istringstream keys(sheet.words(row, column.name));
        for (std::string key; keys >> key;)
            named.push_back({column.name, &sheet_named(column.to), key});
    }
    return named;
}

}  // namespace sala::sheet
