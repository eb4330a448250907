// SPDX-License-Identifier: Apache-2.0
//
// The form of an official report: its headings, numbers, dates and closing formula. A form is data,
// a file of templates/; an office that writes its reports otherwise adds a file and no code.

#pragma once

#include "base/result.hpp"
#include "base/text.hpp"
#include "script/date_style.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sala::report {

enum class Numbering { none, arabic, thai };

// What stands under a heading as long as the officer has written nothing there.
enum class Fill { words, meeting, place, date, place_and_date, mission_group, reporter };

struct Heading {
    Fill fill = Fill::words;
    std::map<Language, std::string> words;
};

// The form in one language. Patterns hold {meeting}, {theme}, {venue}, {city}, {mission_group}.
struct FormWords {
    std::string title;
    std::string mission_group;  // the line under the title; empty: this form has none
    std::string meeting;
    std::string place;
    script::DateStyle date;
    std::map<std::string, std::string> closing;  // action code -> the sentence that asks for it
};

struct ReportTemplate {
    std::string name;  // "bma-thai", the file's
    Text title;
    std::vector<Language> languages;  // the leading one first; never empty
    Numbering numbering = Numbering::arabic;
    std::size_t closing_after = 0;  // number of a heading, from 1; 0: no closing formula
    double first_line_mm = 25;
    std::vector<Heading> headings;
    std::map<Language, FormWords> words;  // one for each language

    bool speaks(const Language& language) const { return words.count(language) > 0; }
    // `wanted` when the form has it, else the leading language.
    const Language& language_for(const Language& wanted) const;
    // "4." or "๔."; empty when headings have no numbers.
    std::string number(std::size_t heading) const;
    bool has(Fill fill) const;
};

// Refuses "bad-template" with a sentence that names the form, the line where it can, and what is
// missing or unknown.
Result<ReportTemplate> read_template(const std::string& name, std::string_view toml);

// The forms that travel inside the program, by name. Throws Fault when one cannot be read.
const std::vector<ReportTemplate>& all_templates();
Result<const ReportTemplate*> find_template(std::string_view name);

}  // namespace sala::report
