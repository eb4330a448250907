// SPDX-License-Identifier: Apache-2.0
//
// One row on its way out of the store, and what is said of one that cannot be read.

#pragma once

#include "sheet/row_store.hpp"

#include <string>
#include <string_view>

namespace sala::sheet {

// A copy of what the statement stands on. A text in several languages that is none is a Fault that
// names it.
StoredRow stored(const Sheet& sheet, const RowView& view);

// "rooms acer: the text in name cannot be read."
std::string unreadable_text(const Sheet& sheet, std::string_view key, std::string_view column);

}  // namespace sala::sheet
