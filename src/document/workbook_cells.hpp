// SPDX-License-Identifier: Apache-2.0
//
// How a workbook encodes places, dates and texts. For the workbook reader alone.
//
// Source: ECMA-376, part 1, sections 18.3.1.4 (cell), 18.8.30 (number formats), 22.9.2.19 (text).

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sala::document {

// "B12" is column 1 (counted from 0) of row 12 (counted from 1); nothing when it is no cell.
struct CellPlace {
    std::size_t row = 0;
    std::size_t column = 0;
};
std::optional<CellPlace> cell_place(std::string_view reference);
std::string cell_name(CellPlace place);

enum class NumberLook { number, date, time, date_and_time };

NumberLook builtin_look(int format_id);
NumberLook look_of(std::string_view format_code);

// The number as people see it: 15 digits, or an ISO date, a clock time, or both with a T between.
std::string shown_number(std::string_view written, NumberLook look, bool from_1904);

// "worksheets/sheet1.xml" beside xl/workbook.xml, or "/xl/worksheets/sheet1.xml".
std::string part_named(std::string_view target);

// Nothing that anybody sees: a cell somebody emptied with the space bar.
bool is_blank(std::string_view text);

// _x000D_ stands for a character that XML cannot hold.
std::string unescaped_text(std::string_view text);

// Words that only look like such an escape, so that they read back as they were.
std::string escaped_text(std::string_view text);

}  // namespace sala::document
