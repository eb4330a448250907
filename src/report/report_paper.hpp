// SPDX-License-Identifier: Apache-2.0
//
// The report on paper: the same words as on the page, set for the PDF and the Word file.

#pragma once

#include "document/paper.hpp"
#include "report/official_report.hpp"

namespace sala::report {

// Names of people are never cut at the end of a line, nor are those of organisations and venues
// as long as they are short: a long one that moves to the next line whole would leave a hole.
document::Paper paper_of(const OfficialReport& report, const Facts& facts, Instant saved);

}  // namespace sala::report
