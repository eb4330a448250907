// SPDX-License-Identifier: Apache-2.0
//
// The report as it is read: the form's headings filled with what the officer wrote, and with the
// forum's facts where nothing is written. The page, the PDF and the Word file all show this value.

#pragma once

#include "base/json.hpp"
#include "report/facts.hpp"
#include "report/report.hpp"
#include "report/report_template.hpp"

#include <string>
#include <vector>

namespace sala::report {

struct OfficialSection {
    enum Origin { written, from_facts, empty };

    int number = 0;      // of the heading, from 1
    std::string marker;  // "1.", "๑." or nothing
    std::string heading;
    Language language = Language::english();  // of the paragraphs: another than the report's when
                                              // only that was written
    Origin origin = empty;
    std::vector<std::string> paragraphs;

    // A numbered form keeps each of its headings: a number that is missing looks like a page that
    // is lost. Of a form without numbers a heading that nothing stands under is left out.
    bool is_printed() const { return !marker.empty() || origin != empty || !paragraphs.empty(); }
    std::string heading_line() const { return marker.empty() ? heading : marker + " " + heading; }
    bool operator==(const OfficialSection&) const = default;
};

struct OfficialReport {
    std::string form;
    Language language = Language::english();
    std::vector<std::string> title_lines;
    std::string classification;  // "กลุ่มภารกิจ : การบริหารจัดการ"; empty: none
    std::vector<OfficialSection> sections;
    // The reporter's block, at the right: below the heading that asks for it, else at the end.
    std::vector<std::string> reporter;
    double first_line_mm = 25;

    std::string title() const;  // on one line
    bool operator==(const OfficialReport&) const = default;
};

// `language` must be one of the form's (ReportTemplate::language_for).
OfficialReport assemble(const ReportTemplate& form, const Report& report, const Facts& facts,
                        const Language& language);

// What the facts alone would put under a heading; empty when they say nothing.
std::string facts_for(Fill fill, const ReportTemplate& form, const Report& report,
                      const Facts& facts, const Language& language);

// The title that the form gives a report of this edition.
std::string title_of(const ReportTemplate& form, const Facts& facts, const std::string& edition,
                     const Language& language);

// The closing formula of `action` at the end of the text, instead of that of any other action.
std::string with_closing(std::string words, const FormWords& form, const std::string& action);

// Paragraphs of what was written: an empty line parts them, a line that is only blanks is empty.
std::vector<std::string> paragraphs_of(std::string_view words);

std::string plain_text(const OfficialReport& report);
Json to_json(const OfficialReport& report);

}  // namespace sala::report
