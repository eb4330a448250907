// SPDX-License-Identifier: Apache-2.0
//
// The cells of a sheet as markup, written while the store hands out the rows: a sheet has thousands
// of cells, and a row, a text and a string for each would be most of the work of its page.

#pragma once

#include "base/text_view.hpp"
#include "sheet/row_store.hpp"
#include "web/html.hpp"

namespace sala::forum {

class SheetCells {
public:
    // `address` of the sheet: a row's key leads to `address`/key.
    SheetCells(const web::Reader& reader, const sheet::Sheet& sheet, std::string address);

    void add(const sheet::RowView& row);

    std::size_t rows() const { return rows_.size(); }
    // A column in which no row holds anything says nothing.
    bool holds_anything(std::size_t column) const { return holds_anything_[column]; }
    // The body of a table: the key, then the cells of `columns`; no more than `most` rows, in their
    // order.
    web::Html table(const std::vector<std::size_t>& columns, std::size_t most) const;

private:
    struct Row {
        std::int64_t position;
        std::int64_t id;
        std::size_t first_end;  // in ends_: of its key, then of each cell
    };

    void add_key(std::string_view key);
    void add_cell(std::string_view key, std::size_t number, const store::ValueView& value);
    void add_value(std::string_view key, const sheet::Column& column,
                   const store::ValueView& value);
    void add_text();  // the one in text_
    std::string_view part(std::size_t number) const;

    const web::Reader& reader_;
    const sheet::Sheet& sheet_;
    std::string address_;
    std::vector<Row> rows_;
    std::vector<bool> holds_anything_;  // of each column
    web::Html parts_;                   // keys and cells with their elements, one behind the other;
                                        // a cell that holds nothing has no bytes
    std::vector<std::size_t> ends_;     // of each part in parts_, after a first 0
    TextView text_;
};

}  // namespace sala::forum
