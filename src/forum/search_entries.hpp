// SPDX-License-Identifier: Apache-2.0
//
// What the search index of a forum should hold, worked out from its sheets and its newest release.

#pragma once

#include "base/text.hpp"
#include "store/session.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sala::forum {

// One page, or one place on a page, that can be found.
struct SearchEntry {
    std::int64_t number = 0;  // its place in the index; each kind of page has a range of its own
    std::string address;
    std::string kind;
    Text title;
    std::map<std::string, int> words;  // word -> weight: high in the title, low in what follows

    bool operator==(const SearchEntry&) const = default;
};

// A fixed number of statements. With a sheet: only those that show rows of it.
std::vector<SearchEntry> search_entries(store::Session& session, std::int64_t forum, std::string_view sheet = {});

// Where these entries stand in the index, the last number included.
struct NumberRange {
    std::int64_t first;
    std::int64_t last;
};
std::vector<NumberRange> search_numbers(std::string_view sheet);

// A word as it stands in the index: at most 60 bytes, so that it fits any engine's index.
std::string index_word(std::string word);

}  // namespace sala::forum
