// SPDX-License-Identifier: Apache-2.0
//
// One page as the search knows it: its address, its title and the words by which it is found.

#pragma once

#include "base/text.hpp"

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>

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

// What a word weighs: in the title, in another name of the same thing, in what is written below.
inline constexpr int title_weight = 10;
inline constexpr int other_name_weight = 6;
inline constexpr int body_weight = 1;

SearchEntry entry_of(std::string address, std::string kind, const Text& title);
// What was printed and what was meant are both found; of a body, its beginning.
void add_text(SearchEntry& entry, const Text& text, int weight);
SearchEntry with(SearchEntry entry, std::initializer_list<const Text*> bodies);
// "พล.อ.", "พลเอก" and "Gen." are one rank: whichever is typed, the person is found.
void add_honorific(SearchEntry& entry, const Text& honorific);

// A word as it stands in the index: at most 60 bytes, so that it fits any engine's index.
std::string index_word(std::string word);

}  // namespace sala::forum
