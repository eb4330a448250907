// SPDX-License-Identifier: Apache-2.0
//
// The reports of a forum as the secretariat sees them, and the form that begins a new one.

#pragma once

#include "forum/forum_store.hpp"
#include "report/section_form.view.hpp"

namespace sala::report {

struct ReportList {
    std::vector<Report> reports;
    std::map<std::int64_t, Instant> saved;
    std::vector<EditionFact> editions;
};

inline web::Html report_row(const web::Reader& reader, const ReportList& list, const Report& report)
{
    const auto form = find_template(report.form);
    const auto at = last_saved(report, list.saved);
    return html(
        reader, "<tr><th scope=\"row\"><a href=\"", report.address(), "\">", report.title,
        "</a></th><td data-th=\"", tr("Form"), "\">",
        form ? html(reader, (*form)->title) : html(reader, report.form), "</td><td data-th=\"",
        tr("Asks"), "\">", action_label(report.action), "</td><td data-th=\"", tr("Saved"), "\">",
        web::when(static_cast<bool>(at), [&] { return forum::moment(reader, at); }),
        "</td><td data-th=\"", tr("Status"), "\">", publication(reader, report), "</td></tr>\n");
}

inline web::Html report_table(const web::Reader& reader, const forum::Forum& forum,
                              const ReportList& list)
{
    if (list.reports.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("No report yet"), "</h2><p>",
                    tr("The summary for the governor is written here: its form is kept, and the "
                       "facts of the forum are put "
                       "beside whoever writes it. Choose a form below."),
                    "</p></div>\n");
    return html(
        reader, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"",
        tr("Reports of this forum"), "\"><table class=\"fold\"><caption>",
        tr("Reports of {forum}", {{"forum", forum.title.words(reader.language)}}),
        "</caption><thead><tr><th scope=\"col\">", tr("Title"), "</th><th scope=\"col\">",
        tr("Form"), "</th><th scope=\"col\">", tr("Asks"), "</th><th scope=\"col\">", tr("Saved"),
        "</th><th scope=\"col\">", tr("Status"), "</th></tr></thead><tbody>\n",
        web::each(list.reports, [&](const Report& one) { return report_row(reader, list, one); }),
        "</tbody></table></div>\n");
}

inline web::Html edition_field(const web::Desk& desk, const ReportList& list)
{
    const auto& reader = desk.reader();
    const auto typed = desk.typed() ? (*desk.typed())["edition"] : std::string{};
    return web::when(!list.editions.empty(), [&] {
        return html(
            reader, "<p><label for=\"edition\">", tr("Meeting"),
            "</label><select id=\"edition\" name=\"edition\">",
            web::each(list.editions,
                      [&](const EditionFact& edition) {
                          return html(reader, "<option value=\"", edition.key, "\"",
                                      web::when(edition.key == typed,
                                                [&] { return html(reader, " selected"); }),
                                      ">", edition.name.words(reader.language), "</option>");
                      }),
            web::when(list.editions.size() > 1,
                      [&] {
                          return html(reader, "<option value=\"\">", tr("The whole forum"),
                                      "</option>");
                      }),
            "</select></p>\n", wrong_beside(reader, desk.refusals(), "edition", "wrong-edition"));
    });
}

inline web::Html new_report_form(const web::Desk& desk, const forum::Forum& forum,
                                 const ReportList& list)
{
    const auto& reader = desk.reader();
    const auto typed = desk.typed() ? (*desk.typed())["template"] : std::string{};
    // A form that leads with the reader's language is offered first.
    auto forms = all_templates();
    std::stable_partition(forms.begin(), forms.end(), [&](const ReportTemplate& form) {
        return form.languages.front() == reader.language;
    });
    return html(reader, "<section aria-labelledby=\"new\"><h2 id=\"new\">", tr("New report"),
                "</h2>\n<form class=\"stack\" method=\"post\" action=\"", forum.address(),
                "/reports\">\n", web::csrf_field(desk), "<p><label for=\"template\">", tr("Form"),
                "</label><select id=\"template\" name=\"template\">",
                web::each(forms,
                          [&](const ReportTemplate& form) {
                              return html(reader, "<option value=\"", form.name, "\"",
                                          web::when(form.name == typed,
                                                    [&] { return html(reader, " selected"); }),
                                          ">", form.title.words(reader.language), "</option>");
                          }),
                "</select></p>\n",
                wrong_beside(reader, desk.refusals(), "template", "wrong-template"),
                edition_field(desk, list), "<p><button type=\"submit\">", tr("Begin the report"),
                "</button></p>\n</form></section>\n");
}

inline web::Page reports_page(const web::Desk& desk, const forum::Forum& forum,
                              const ReportList& list)
{
    const auto& reader = desk.reader();
    auto body =
        html(reader, "<h1>", tr("Official reports"), "</h1>\n<p class=\"lede\">",
             tr("A report is private until it is published; then everybody reads it at {address}.",
                {{"address", forum.address() + "/report"}}),
             "</p>\n", report_table(reader, forum, list), new_report_form(desk, forum, list));
    return {.title = reader.say(tr("Official reports")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "reports")};
}

}  // namespace sala::report
