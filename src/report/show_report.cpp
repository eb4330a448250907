// SPDX-License-Identifier: Apache-2.0
//
// The published report of a forum, as a page, as PDF, as a Word file and for programs. A private
// one is there for the secretariat alone; for everybody else it is missing in all four.

#include "report/show_report.view.hpp"

#include "document/pdf.hpp"
#include "report/readable_reports.hpp"
#include "report/report_paper.hpp"

namespace sala::report {

using forum::Forum;

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_report()
{
    return {
        .path = "GET /{forum}/report",
        .allow = web::anyone,
        .query = {{.name = "report", .meaning = "The key of the report, when a forum has several."},
                  {.name = "in", .meaning = "The language of the words, such as en or th."}},
        .run = web::on<Forum>(show),
        .also = {web::Format::pdf, web::Format::docx},
        .summary = "The published official report of a forum"};
}

static Result<web::Reply> file(const web::Desk& desk, const Editor& editor)
{
    const auto& report = editor.report;
    const auto paper = paper_of(editor.official, editor.facts, last_saved(report, editor.saved));
    const auto name = report.forum.slug + "-" + report.key + "-" + editor.language.tag();
    if (desk.wants(web::Format::pdf))
        return desk.send("application/pdf", document::write_pdf(paper))
            .with("Content-Disposition", "inline; filename=\"" + name + ".pdf\"");
    auto bytes = document::docx_of(paper);
    if (!bytes)
        return bytes.refusal();
    return desk.download(std::string(web::media_type(web::Format::docx)), name + ".docx",
                         *std::move(bytes));
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto reports = readable(desk, forum);
    const auto* report = chosen(reports, desk.query("report"));
    if (!report && desk.may(web::secretariat) && desk.query("report").empty() &&
        desk.wants(web::Format::html))
        return desk.show({.title = desk.reader().say(tr("Official report")),
                          .body = no_report(desk.reader(), forum),
                          .frame = forum::forum_frame(desk, forum, "report")});
    if (!report)
        return missing("no-report", "No report of this forum has been published.");
    auto editor = open_editor(desk, *report);
    if (!editor)
        return editor.refusal();
    auto opened = *std::move(editor);
    if (desk.query("in").empty()) {
        opened.language = opened.form->language_for(desk.reader().language);
        opened.official = assemble(*opened.form, opened.report, opened.facts, opened.language);
    }
    if (desk.wants(web::Format::json))
        return desk.show(report_json(opened, reports));
    if (desk.wants(web::Format::html))
        return desk.show(report_page(desk, opened, reports));
    return file(desk, opened);
}

}  // namespace sala::report
