// SPDX-License-Identifier: Apache-2.0
//
// Name plates as PDF: a sheet of A4 each, folded once, so that the name is read from both sides of
// the table.

#pragma once

#include "base/instant.hpp"
#include "document/pdf.hpp"

#include <string>
#include <vector>

namespace sala::document {

// Texts say themselves where a line may break (paper.hpp).
struct NamePlate {
    std::vector<std::string> names;  // one in each script, the first as it is called out
    std::string delegation;
};

struct NamePlates {
    std::vector<NamePlate> plates;
    std::string title;  // metadata
    std::string language = "en";
    Instant created;
};

// Bytes of the type application/pdf, as many pages as plates; equal plates give equal bytes. Each
// text is as large as it fits, and whole. Throws Fault when cairo fails.
std::string write_name_plates(const NamePlates& sheet, const std::string& font = body_font());

}  // namespace sala::document
