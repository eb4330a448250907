// SPDX-License-Identifier: Apache-2.0
//
// The published report of a forum, as a page, as PDF, as a Word file and for programs. A private
// one is there for the secretariat alone; for everybody else it is missing in all four.

#include "report/show_report.view.hpp"

#include "document/pdf.hpp"
#include "forum/text_json.hpp"
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

static Refusal nothing_published()
{
    return missing("no-report", "No report of this forum has been published.");
}

// Those that this visitor may see, and which of them is asked for.
static std::vector<Report> readable(const web::Desk& desk, const Forum& forum)
{
    auto reports = reports_of(desk.session(), forum);
    if (!desk.may(web::secretariat))
        std::erase_if(reports, [](const Report& one) { return !one.published; });
    return reports;
}

static const Report* chosen(const std::vector<Report>& reports, const std::string& key)
{
    for (const auto& one : reports)
        if (one.key == key)
            return &one;
    if (!key.empty())
        return nullptr;
    for (const auto& one : reports)
        if (one.published)
            return &one;
    return reports.empty() ? nullptr : &reports.front();
}

static Json report_json(const Editor& editor, const std::vector<Report>& reports)
{
    auto json = to_json(editor.official);
    json.set("key", editor.report.key);
    json.set("published", editor.report.published);
    json.set("action", editor.report.action);
    json.set("reports", forum::list_json(reports, [](const Report& one) {
                 return Json::object({{"key", one.key}, {"title", forum::text_json(one.title)}});
             }));
    return json;
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
        return nothing_published();
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
