// SPDX-License-Identifier: Apache-2.0
//
// What a file does not speak of stays as it is: somebody who sends a sheet with two columns changes
// those two, and loses nothing of the others. A cell that is there and empty empties.

#pragma once

#include "sheet/forum_files.hpp"

namespace sala::sheet {

// The columns of the sheet that the header lacks in every language.
std::set<std::string> columns_left_out(const Sheet& sheet, const Header& header);

// The row of the file with what stands in the columns, and in the languages, that the file lacks. A
// correction whose column is lacking stays beside the words it corrects, and goes with them.
Row with_kept_columns(const Sheet& sheet, Row given, const Row& stored, const Header& header);

}  // namespace sala::sheet
