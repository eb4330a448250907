// SPDX-License-Identifier: Apache-2.0
//
// A list to take along: as CSV, in which a cell that a spreadsheet would run as a formula is
// disarmed, or as a workbook, which writes every cell as text.

#pragma once

#include "document/workbook.hpp"
#include "web/desk.hpp"

namespace sala::forum {

// In the format that the visitor wants, csv or xlsx. `name` is the file's, without its ending.
// Refuses what document::write_workbook refuses.
Result<web::Reply> download_sheet(web::Desk& desk, const std::string& name,
                                  const document::WrittenSheet& sheet);
// The same of a whole workbook; a CSV is its first page alone.
Result<web::Reply> download_workbook(web::Desk& desk, const std::string& name,
                                     const std::vector<document::WrittenSheet>& sheets);

}  // namespace sala::forum
