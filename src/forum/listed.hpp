// SPDX-License-Identifier: Apache-2.0
//
// The rows of one sheet that a forum lists, in their order, found by key: what the public pages
// read. Making one is one statement, whatever the number of rows.

#pragma once

#include "sheet/row_store.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sala::forum {

class Listed {
public:
    using Row = sheet::Row;

    Listed(store::Session& session, std::string_view sheet, std::int64_t forum);

    const std::vector<Row>& rows() const { return rows_; }
    bool empty() const { return rows_.empty(); }
    const Row* find(std::string_view key) const;  // nullptr when there is none

    const std::string& words(const Row& row, std::string_view column) const
    {
        return sheet_.words(row, column);
    }
    const Text& text(const Row& row, std::string_view column) const
    {
        return sheet_.text(row, column);
    }
    std::optional<std::int64_t> number(const Row& row, std::string_view column) const
    {
        return sheet_.number(row, column);
    }

    // The same of the row with this key; empty when there is no such row.
    const std::string& words_of(std::string_view key, std::string_view column) const;
    const Text& text_of(std::string_view key, std::string_view column) const;

private:
    const sheet::Sheet& sheet_;
    std::vector<Row> rows_;
    std::map<std::string, std::size_t, std::less<>> places_;
};

}  // namespace sala::forum
