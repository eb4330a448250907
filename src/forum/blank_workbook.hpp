// SPDX-License-Identifier: Apache-2.0
//
// The workbook a secretariat starts from: every sheet with its columns, what each is for, and one
// sample row that shows how it is filled in.

#pragma once

#include "base/instant.hpp"
#include "sheet/sheet.hpp"

#include <functional>
#include <string>
#include <vector>

namespace sala::forum {

// The columns of a sheet as its header has them, texts in English and Thai.
std::vector<std::string> template_header(const sheet::Sheet& sheet);
// One value for each of those columns. All sample rows together are a forum that can be imported.
std::vector<std::string> sample_line(const sheet::Sheet& sheet);
// What a column wants, in one or two sentences.
std::vector<Sentence> column_advice(const sheet::Column& column);

Result<std::string> blank_workbook(const std::function<std::string(const Sentence&)>& say,
                                   Instant made);

}  // namespace sala::forum
