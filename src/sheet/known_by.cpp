// SPDX-License-Identifier: Apache-2.0

#include "sheet/known_by.hpp"

#include <algorithm>

namespace sala::sheet {

const Column* known_by(const Sheet& sheet)
{
    const auto first = [&](auto is) -> const Column* {
        const auto found =
            std::find_if(sheet.columns.begin(), sheet.columns.end(),
                         [&](const Column& column) { return column.is_text() && is(column); });
        return found == sheet.columns.end() ? nullptr : &*found;
    };
    for (const auto* name : {"name", "title", "value"})
        if (const auto* column = first([&](const Column& one) { return one.name == name; }))
            return column;
    const auto* needed = first([](const Column& one) { return one.required; });
    return needed ? needed : first([](const Column&) { return true; });
}

}  // namespace sala::sheet
