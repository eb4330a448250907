// SPDX-License-Identifier: Apache-2.0
//
// Every place of the store in which people write about others, and how names are taken out there.
// Columns that are not among them are in test/app/no_names.hpp, each with its reason.

#pragma once

#include "registration/names_in_words.hpp"

#include <span>
#include <string>
#include <vector>

namespace sala::registration {

// How words are kept in a column.
enum class Kept {
    plain,
    file,         // what a file is called
    text,         // JSON with texts in several languages
    particulars,  // JSON of what is known of somebody: what it says of others
    items,        // JSON of the terms of a meeting
    words,        // JSON of nothing but words
};

struct PlaceOfNames {
    const char* table;
    const char* column;
    Said said = Said::prose;
    Kept kept = Kept::plain;
    const char* only = "1 = 1";  // SQL: which rows of the table
    const char* of_forum = "forum = {}";
};
std::span<const PlaceOfNames> places_of_names();

// What stands there, without the names.
std::string without_names(const PlaceOfNames& place, const std::string& kept,
                          const std::vector<std::string>& names);

}  // namespace sala::registration
