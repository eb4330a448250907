// SPDX-License-Identifier: Apache-2.0
//
// Sheets as text: what the secretariat saves from a spreadsheet, and what it gets back.
//
// RFC 4180, read a little more kindly: a byte order mark, LF line ends, semicolons or tabs instead
// of commas (told from the first row) and blank lines are accepted. What could be read in two ways
// is refused with the line and the column, so that no value ever lands in the wrong cell.

#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sala::document {

inline constexpr std::size_t csv_bytes_max = 10UL * 1024 * 1024;
inline constexpr std::size_t csv_rows_max = 100'000;
inline constexpr std::size_t csv_columns_max = 200;
inline constexpr std::size_t csv_cells_max = 2'000'000;  // empty ones included: 10 MiB of commas
inline constexpr std::size_t csv_field_bytes_max = 64UL * 1024;

struct Row {
    std::size_t line = 0;  // where the row begins in the file, counted from 1
    std::vector<std::string> fields;

    bool operator==(const Row&) const = default;
};

// The rows in order, the header row included, blank lines left out. Rows may differ in length.
//
// Refusals: file-too-large, not-utf8, holds-nul, unclosed-quote, stray-quote, too-many-rows,
// too-many-columns, value-too-long.
Result<std::vector<Row>> read_csv(std::string_view bytes);

struct CsvWriting {
    bool byte_order_mark = true;  // without it Excel takes Thai for another encoding

    // An apostrophe before values that Excel would run as formulas; without_apostrophe() takes it
    // off again, so that what is read back is what it was.
    bool neutralise_formulas = false;
};

// Commas, LF, quotation marks only where they are needed: equal rows are equal bytes.
std::string write_csv(const std::vector<std::vector<std::string>>& rows, CsvWriting how = {});

// A value of a list with neutralised formulas, as it was before.
std::string without_apostrophe(std::string_view value);

}  // namespace sala::document
