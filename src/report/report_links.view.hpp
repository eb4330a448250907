// SPDX-License-Identifier: Apache-2.0
//
// The ways to a report: its two languages, and the files to print and to work on.

#pragma once

#include "document/docx.hpp"
#include "report/editor.hpp"
#include "web/html.hpp"

namespace sala::report {

inline Sentence language_name(const Language& language)
{
    return language.is_thai()                ? tr("In Thai")
           : language == Language::english() ? tr("In English")
                                             : tr("In {language}", {{"language", language.tag()}});
}

// Where the report is read: "/bangkok-2019/report.pdf?report=amf-5-summary&in=th".
inline std::string reading_address(const Report& report, const Language& language,
                                   const std::string& extension = "")
{
    return report.forum.address() + "/report" + extension +
           "?report=" + web::percent_encoded(report.key) + "&in=" + language.tag();
}

// Nothing when there is only one language.
inline web::Html language_tabs(const web::Reader& reader, const ReportTemplate& form,
                               const Language& current,
                               const std::function<std::string(const Language&)>& address)
{
    if (form.languages.size() < 2)
        return {};
    return html(
        reader, "<nav class=\"tabs screen\" aria-label=\"", tr("Language of the report"), "\">",
        web::each(form.languages,
                  [&](const Language& language) {
                      return html(reader, "<a href=\"", address(language), "\" hreflang=\"",
                                  language.tag(), "\"",
                                  web::when(language == current,
                                            [&] { return html(reader, " aria-current=\"page\""); }),
                                  ">", language_name(language), "</a>");
                  }),
        "</nav>\n");
}

inline web::Html file_links(const web::Reader& reader, const Report& report,
                            const Language& language)
{
    return html(reader, "<a class=\"button\" data-kind=\"plain\" href=\"",
                reading_address(report, language, ".pdf"), "\" type=\"application/pdf\">PDF</a>",
                document::has_pandoc()
                    ? html(reader, "<a class=\"button\" data-kind=\"plain\" href=\"",
                           reading_address(report, language, ".docx"), "\">DOCX</a>")
                    : html(reader, "<span class=\"hint\">",
                           tr("No Word file: this server does not have the program pandoc."),
                           "</span>"));
}

// What is asked of the reader.
inline std::vector<std::pair<std::string, Sentence>> action_choices()
{
    return {{"information", tr("For information")},
            {"consideration", tr("For consideration")},
            {"approval", tr("For approval")},
            {"orders", tr("For orders")}};
}

inline Sentence action_label(const std::string& action)
{
    for (const auto& [word, label] : action_choices())
        if (word == action)
            return label;
    return tr("For information");
}

inline web::Html publication(const web::Reader& reader, const Report& report)
{
    return report.published ? html(reader, "<span class=\"chip\" data-is=\"agreed\">",
                                   tr("Published"), "</span>")
                            : html(reader, "<span class=\"chip\">", tr("Private"), "</span>");
}

}  // namespace sala::report
