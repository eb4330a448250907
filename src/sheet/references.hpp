// SPDX-License-Identifier: Apache-2.0
//
// Which other rows a row names: by its references, and a claim by its subject.

#pragma once

#include "sheet/sheet.hpp"

namespace sala::sheet {

struct Named {
    std::string column;
    const Sheet* sheet = nullptr;  // the other one
    std::string key;
};

// In the order of the columns. The subject "forum" names no row, as the forum is always there.
std::vector<Named> rows_named_by(const Sheet& sheet, const Row& row);

}  // namespace sala::sheet
