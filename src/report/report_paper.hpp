// SPDX-License-Identifier: Apache-2.0
//
// The report on paper: the same words as on the page, set for the PDF and the Word file.

#pragma once

#include "document/paper.hpp"
#include "report/official_report.hpp"

namespace sala::report {

// `names` are never cut at the end of a line, unless one alone is longer than half a line.
document::Paper paper_of(const OfficialReport& report, const std::vector<std::string>& names, Instant saved);

// The text with U+200B where a line may begin and no space stands.
std::string with_breaks(const std::string& text, const std::vector<std::string>& names);

}  // namespace sala::report
