// SPDX-License-Identifier: Apache-2.0

#include "forum/row_search.hpp"

#include "script/normal.hpp"

#include <algorithm>

namespace sala::forum {

RowSearch::RowSearch(const sheet::Sheet& sheet, const std::string& query)
    : sheet_(sheet),
      wanted_(script::searchable(query))
{
}

bool RowSearch::finds(const sheet::RowView& row)
{
    if (wanted_.empty() || stands_in(row.key))
        return true;
    for (std::size_t n = 0; n < row.cells.size(); ++n)
        if (stands_in_cell(sheet_.columns[n], row.cells[n]))
            return true;
    return false;
}

bool RowSearch::stands_in(std::string_view words) const
{
    return script::searchable(std::string(words)).find(wanted_) != std::string::npos;
}

bool RowSearch::stands_in_cell(const sheet::Column& column, const store::ValueView& cell)
{
    if (const auto* number = std::get_if<std::int64_t>(&cell))
        return stands_in(std::to_string(*number));
    const auto* words = std::get_if<std::string_view>(&cell);
    if (!words)
        return false;
    if (!column.is_text() || !text_.read(*words))
        return stands_in(*words);
    const auto all = text_.wordings();
    return std::any_of(all.begin(), all.end(), [&](const auto& one) {
        return stands_in(one.verbatim) || stands_in(one.corrected);
    });
}

}  // namespace sala::forum
