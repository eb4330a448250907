// SPDX-License-Identifier: Apache-2.0
//
// What the search index of a forum should hold, worked out from its sheets and its newest release.

#pragma once

#include "base/text.hpp"
#include "store/session.hpp"

#include <map>
#include <string>
#include <vector>

namespace sala::forum {

// One page, or one place on a page, that can be found.
struct SearchEntry {
    std::string address;
    std::string kind;
    Text title;
    std::map<std::string, int> words;  // word -> weight: high in the title, low in what follows

    bool operator==(const SearchEntry&) const = default;
};

// A fixed number of statements.
std::vector<SearchEntry> search_entries(store::Session& session, std::int64_t forum);

// A word as it stands in the index: at most 60 bytes, so that it fits any engine's index.
std::string index_word(std::string word);

}  // namespace sala::forum
