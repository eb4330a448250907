// SPDX-License-Identifier: Apache-2.0
//
// Spreadsheets: the same sheets as in csv.hpp, all in one .xlsx file.
//
// Values come in as the text a person sees, dates as ISO 8601. A formula is refused, because its
// value is whatever the last program computed; errors are refused, because nobody meant them.

#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "document/csv.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sala::document {

inline constexpr std::size_t workbook_sheets_max = 100;
inline constexpr std::size_t workbook_text_bytes_max = 128UL * 1024 * 1024;

struct Sheet {
    std::string name;
    std::vector<Row> rows;  // `line` is the row's number; rows of blanks are left out
    bool hidden = false;

    bool operator==(const Sheet&) const = default;
};

// A cell that holds a formula or an error instead of a value.
struct WrongCell {
    std::size_t sheet = 0;   // which of those that were read
    std::size_t row = 0;     // counted from 1
    std::size_t column = 0;  // counted from 0
    Refusal refusal;
};
inline constexpr std::size_t workbook_wrong_cells_max = 10'000;

// The worksheets in their order. Empty cells at the end of a row are left out. With `wrong`, cells
// that hold a formula or an error are read as empty and added to it, so that all of them can be
// named at once; without it, or when there are more than fit, the next one is refused.
//
// Refusals: file-too-large, not-a-zip, encrypted, zip-bomb, damaged-zip, not-a-workbook,
// malicious-xml, not-xml, not-utf8, holds-formula, holds-error, too-many-rows, too-many-columns,
// too-many-sheets, value-too-long, too-much-text.
Result<std::vector<Sheet>> read_workbook(std::string_view bytes,
                                         std::vector<WrongCell>* wrong = nullptr);

bool looks_like_workbook(std::string_view bytes);

struct CellMark {
    std::size_t row = 0;  // counted from 0, the header row included
    std::size_t column = 0;
    std::string comment;  // what is wrong and what would be right; the cell turns red
    bool wrong = true;    // false: the comment only explains, and the cell keeps its look
};

struct ColumnChoices {
    std::size_t column = 0;
    std::vector<std::string> values = {};  // 255 bytes in all and no comma, or there are none
    std::string cells = {};  // "'Choices'!$C$2:$C$9": that hold them instead, however many
};

struct WrittenSheet {
    std::string name;                            // is shortened to what Excel allows
    std::vector<std::vector<std::string>> rows;  // the first is the header
    std::vector<double> widths;                  // in characters; none: from the values
    std::vector<CellMark> marks;
    std::vector<ColumnChoices> choices;
};

struct WorkbookFacts {
    std::string title;
    std::string author;
    Instant created;  // given, so that equal sheets are equal bytes
};

// Every value is written as text, so that Excel neither computes it nor makes a date of it.
//
// Refusals: no-sheets, value-too-long (a cell holds 32,767 characters). Throws Fault when the disk
// is full.
Result<std::string> write_workbook(const std::vector<WrittenSheet>& sheets,
                                   const WorkbookFacts& facts);

}  // namespace sala::document
