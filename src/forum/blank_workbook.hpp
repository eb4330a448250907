// SPDX-License-Identifier: Apache-2.0
//
// The workbooks a secretariat starts from: every sheet with its columns and what each is for,
// blank, or with the rows of an example forum.

#pragma once

#include "base/instant.hpp"
#include "sheet/sheet.hpp"

#include <functional>
#include <string>
#include <vector>

namespace sala::forum {

// The columns of a sheet as its header has them, texts in English and Thai.
std::vector<std::string> template_header(const sheet::Sheet& sheet);
// What a column wants, in one or two sentences.
std::vector<Sentence> column_advice(const sheet::Column& column);

using Saying = std::function<std::string(const Sentence&)>;
// Every sheet with its header and no row.
Result<std::string> blank_workbook(const Saying& say, Instant made);
// The same with the rows of an example, a small forum that opens as it is: Example 2030.
Result<std::string> filled_workbook(const Saying& say, Instant made);

}  // namespace sala::forum
