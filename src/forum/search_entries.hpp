// SPDX-License-Identifier: Apache-2.0
//
// What the search index of a forum should hold, worked out from its sheets and its newest release.

#pragma once

#include "forum/search_entry.hpp"
#include "sheet/sheet.hpp"
#include "store/session.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace sala::forum {

// A fixed number of statements. With a sheet: only those that show rows of it.
std::vector<SearchEntry> search_entries(store::Session& session, std::int64_t forum,
                                        std::string_view sheet = {});

// Where these entries stand in the index, the last number included.
struct NumberRange {
    std::int64_t first;
    std::int64_t last;
};
std::vector<NumberRange> search_numbers(std::string_view sheet);

// Sheets of the directory of which the forum lists more rows or fewer than the index has pages:
// writing a row of another sheet puts what it names on the forum's list.
std::vector<std::string_view> sheets_listed_anew(store::Session& session, std::int64_t forum);

// What an edit of this row, which stays where it is, can change: the entry of its own page, without
// its number, or nothing at all. No answer: other pages show it, too, and the sheet has to be
// looked at as a whole.
struct RowEntry {
    std::optional<SearchEntry> entry;
    NumberRange range;
};
std::optional<RowEntry> search_entry_of(store::Session& session, std::int64_t forum,
                                        const sheet::Sheet& sheet, const std::string& key);

}  // namespace sala::forum
