// SPDX-License-Identifier: Apache-2.0
//
// A letter of the forum on paper: one page a language, each with the forum, the day, a subject,
// paragraphs and whoever signs.

#pragma once

#include "document/paper.hpp"
#include "registration/registration_store.hpp"
#include "registration/rules.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::registration {

struct LetterWords {
    std::string subject;  // the template's first line
    std::string body;     // everything behind it
};
// Of a template whose places are filled.
LetterWords words_of_letter(const std::string& filled);

// Whether a line greets: "Dear Mayor,", "เรียน ...".
bool is_salutation(std::string_view line);
// The body with a paragraph behind its salutation, or before everything when it greets nobody.
std::string with_opening(const std::string& body, const std::string& paragraph);

struct LetterPage {
    LetterWords words;
    std::vector<std::string> names;  // broken between their words when they are long, else nowhere
};

// `first` is the language of the first page; `page` says what stands on each.
document::Paper letter_paper(const forum::Forum& forum, const Rules& rules, const Language& first,
                             Instant at, const std::function<LetterPage(const Language&)>& page);

// Where the forum meets: venue and city, as far as they are known.
std::string place_of(const forum::Forum& forum, const Language& language);

}  // namespace sala::registration
