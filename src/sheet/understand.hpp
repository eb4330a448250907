// SPDX-License-Identifier: Apache-2.0
//
// From cells to rows: which column is which, what each value means, and everything that is wrong.

#pragma once

#include "sheet/forum_files.hpp"

namespace sala::sheet {

// Fills `read.files` from `read.raw` and adds to `read.problems`.
void understand(FilesRead& read);

// A header's "title_th_corrected" taken apart; nothing when no column of the sheet is meant.
struct Heading {
    std::size_t column = 0;
    std::optional<Language> language;  // of a text column
    bool corrected = false;
};
std::optional<Heading> heading_of(const Sheet& sheet, const std::string& name);

// The first sheet of a marked workbook. It is a list for people and not read, so that the workbook
// can be sent again when it is mended.
inline constexpr std::string_view problems_sheet = "problems";

// Words that are addresses of the server itself, and so no forum's.
bool is_reserved_slug(std::string_view slug);

}  // namespace sala::sheet
