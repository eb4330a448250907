// SPDX-License-Identifier: Apache-2.0
//
// What readers of a report see: the sheet, its languages and files, and the other reports.

#pragma once

#include "forum/forum_store.hpp"
#include "report/report_links.view.hpp"
#include "report/report_sheet.view.hpp"
#include "web/frame.hpp"

namespace sala::report {

inline web::Html other_reports(const web::Reader& reader, const std::vector<Report>& reports,
                               const Report& shown)
{
    if (reports.size() < 2)
        return {};
    return html(
        reader, "<section class=\"screen\" aria-labelledby=\"others\"><h2 id=\"others\">",
        tr("Reports of this forum"), "</h2><ul class=\"list\">",
        web::each(reports,
                  [&](const Report& one) {
                      return html(
                          reader, "<li><a href=\"", one.forum.address(), "/report?report=", one.key,
                          "\"",
                          web::when(one.key == shown.key,
                                    [&] { return html(reader, " aria-current=\"true\""); }),
                          ">", one.title, "</a> ",
                          web::when(!one.published, [&] { return publication(reader, one); }),
                          "</li>");
                  }),
        "</ul></section>\n");
}

// Says where a section is shown in another language because it was not written in this one.
inline web::Html borrowed_words(const web::Reader& reader, const OfficialReport& official)
{
    const bool borrowed =
        std::any_of(official.sections.begin(), official.sections.end(),
                    [&](const OfficialSection& one) { return one.language != official.language; });
    return web::when(borrowed, [&] {
        return html(reader, "<p class=\"note screen\">",
                    tr("Some sections have not been written in this language yet and stand in the "
                       "other one."),
                    "</p>\n");
    });
}

// The sheet is as it is to be read; what an earlier print of it had instead stands beneath it.
inline web::Html printed_otherwise(const web::Reader& reader, const Editor& editor)
{
    std::vector<Text> bodies;
    for (const auto& section : editor.report.sections)
        if (const auto* wording = section.body.in(editor.language);
            wording && !wording->corrected.empty()) {
            Text body;
            body.set(editor.language, *wording);
            bodies.push_back(std::move(body));
        }
    return web::when(!bodies.empty(), [&] {
        return html(reader, "<details class=\"screen\"><summary>",
                    tr("What was printed otherwise, beside what was meant"), "</summary>\n",
                    web::each(bodies,
                              [&](const Text& body) {
                                  return html(reader, "<p class=\"lines small\">", body, "</p>\n");
                              }),
                    "</details>\n");
    });
}

inline web::Html no_report(const web::Reader& reader, const forum::Forum& forum)
{
    return html(reader, "<h1>", tr("Official report"), "</h1>\n<div class=\"empty\"><h2>",
                tr("No report yet"), "</h2><p>",
                tr("The summary for the governor will stand here: its form is kept, and the facts "
                   "of the forum are put "
                   "beside whoever writes it."),
                "</p><p><a class=\"button\" href=\"", forum.address(), "/reports\">",
                tr("Begin a report"), "</a></p></div>\n");
}

inline web::Page report_page(const web::Desk& desk, const Editor& editor,
                             const std::vector<Report>& reports)
{
    const auto& reader = desk.reader();
    const auto& report = editor.report;
    auto body = html(
        reader, "<div class=\"row far screen\"><h1>", tr("Official report"),
        "</h1><div class=\"row\">",
        web::when(!report.published, [&] { return publication(reader, report); }),
        file_links(reader, report, editor.language),
        web::when(desk.may(web::secretariat),
                  [&] {
                      return html(reader, "<a class=\"button\" href=\"", report.address(),
                                  editor.in(), "\">", tr("Write"), "</a>");
                  }),
        "</div></div>\n",
        web::when(!report.published,
                  [&] {
                      return html(reader, "<p class=\"note screen\">",
                                  tr("This report is private: only the secretariat sees it."),
                                  "</p>\n");
                  }),
        language_tabs(reader, *editor.form, editor.language,
                      [&](const Language& language) { return reading_address(report, language); }),
        borrowed_words(reader, editor.official),
        report_sheet(reader, editor.official, editor.facts.names_of_people()),
        printed_otherwise(reader, editor), other_reports(reader, reports, report),
        "<p class=\"as\"><a href=\"", reading_address(report, editor.language, ".json"),
        "\">JSON</a></p>\n");
    return {.title = report.title.words(reader.language) + ", " +
                     report.forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::forum_frame(desk, report.forum, "report"),
            .description = editor.official.title(),
            .body_class = "report"};
}

}  // namespace sala::report
