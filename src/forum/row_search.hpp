// SPDX-License-Identifier: Apache-2.0
//
// Looks for words in the rows of a sheet.

#pragma once

#include "base/text_view.hpp"
#include "sheet/row_store.hpp"

#include <string>
#include <string_view>

namespace sala::forum {

// Whether the words stand in the row's key or in one of its cells, in any language. One object for
// all rows of a sheet: it keeps what it needs to read a text.
class RowSearch {
public:
    RowSearch(const sheet::Sheet& sheet, const std::string& query);

    bool finds(const sheet::RowView& row);

private:
    bool stands_in(std::string_view words) const;
    bool stands_in_cell(const sheet::Column& column, const store::ValueView& cell);

    const sheet::Sheet& sheet_;
    std::string wanted_;
    TextView text_;
};

}  // namespace sala::forum
