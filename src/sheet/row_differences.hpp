// SPDX-License-Identifier: Apache-2.0
//
// In what two wordings of one row differ.

#pragma once

#include "sheet/sheet.hpp"

namespace sala::sheet {

// The columns that hold something else, in the order of the sheet.
std::vector<std::string> different_columns(const Sheet& sheet, const Row& one, const Row& other);

// The column as it stands in a file. A text has one for each language and its correction: the first
// that differs, such as name_th_corrected.
std::string name_in_file(const Sheet& sheet, const std::string& column, const Row& one,
                         const Row& other);

}  // namespace sala::sheet
