// SPDX-License-Identifier: Apache-2.0
//
// The rules of the floor as a row of the sheet `floor_rules`, which a forum's folder holds: they
// come in with an import, leave with an export, and the next forum can begin with them.

#pragma once

#include "floor/rules.hpp"
#include "floor/text_store.hpp"
#include "sheet/row_store.hpp"

namespace sala::floor {

const sheet::Sheet& sheet_of_rules();

// What the row leaves empty is as in `usual`. Words the program does not know are passed over; no
// import lets them in.
Rules rules_in(const sheet::Row& row, Rules usual);
// When inscription opens and closes, on the clock of `zone`.
Window window_in(const sheet::Row& row, const std::string& zone);
sheet::Row row_of(const Window& window, const std::string& zone, sheet::Row was);
// The row with these rules in it: its key, sitting, source and note stay.
sheet::Row row_of(const Rules& rules, sheet::Row was);

// The row of a sitting (its key), or of the whole forum (empty): the first there is.
const sheet::StoredRow* row_for(const std::vector<sheet::StoredRow>& rows,
                                const std::string& sitting);

}  // namespace sala::floor
