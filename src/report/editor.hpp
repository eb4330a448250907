// SPDX-License-Identifier: Apache-2.0
//
// The officer's desk for one report: its form, the facts beside it, and how it will be read.

#pragma once

#include "report/claim_choices.hpp"
#include "report/report_store.hpp"

namespace sala::report {

struct Editor {
    Report report;
    const ReportTemplate* form = nullptr;
    Language language = Language::english();  // of the words that are being written
    Facts facts;
    OfficialReport official;
    std::map<std::int64_t, Instant> saved;

    const FormWords& words() const { return form->words.at(language); }
    const Heading& heading(int number) const
    {
        return form->headings[static_cast<std::size_t>(number) - 1];
    }
    bool has_section(int number) const
    {
        return number > 0 && static_cast<std::size_t>(number) <= form->headings.size();
    }
    // The officer's words, or those of a form that came back.
    std::string body(int number) const;
    // "?in=th"
    std::string in() const { return "?in=" + language.tag(); }
    std::string section_address(int number) const
    {
        return report.address() + "/sections/" + std::to_string(number);
    }
};

// Missing when the report follows a form that this server does not have. The language is that of
// ?in=, of a form that came back, or the form's leading one.
Result<Editor> open_editor(web::Desk& desk, const Report& report);

// The number of the address, or missing.
Result<int> section_at(const web::Desk& desk, const ReportTemplate& form);

// Of ?in=, or of a form that was sent, as far as the template speaks it.
Language language_asked(const web::Desk& desk, const ReportTemplate& form,
                        const Language& otherwise);

Json to_json(const Editor& editor);

// The report as it is read, with the names of the others that can be read.
Json report_json(const Editor& editor, const std::vector<Report>& readable);

}  // namespace sala::report
