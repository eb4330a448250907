// SPDX-License-Identifier: Apache-2.0
//
// Earlier versions of a report: who saved what and when, one of them opened beside the words of
// today, and the button that brings it back.

#pragma once

#include "report/edit_report.view.hpp"
#include "web/login_name.hpp"

namespace sala::report {

inline web::Html part_name(const web::Reader& reader, const Editor& editor, int section)
{
    if (section == 0)
        return html(reader, tr("Title, mission group, reporter"));
    if (!editor.has_section(section))
        return html(reader, tr("A heading this form does not have"));
    return html(reader, "<span lang=\"", editor.language.tag(), "\">",
                editor.official.sections[static_cast<std::size_t>(section) - 1].heading_line(),
                "</span>");
}

inline Sentence how_it_came(const Version& version)
{
    if (!version.became)
        return tr("words taken away");
    switch (version.origin) {
    case sheet::Origin::import:
        return tr("imported");
    case sheet::Origin::edit:
        return tr("written here");
    case sheet::Origin::undo:
        return tr("brought back");
    }
    return tr("written here");
}

inline web::Html by_whom(const web::Reader& reader, const Version& version)
{
    return html(reader, how_it_came(version), ", ",
                version.by.empty() ? html(reader, tr("from the command line"))
                                   : html(reader, web::said_login(reader, version.by)));
}

inline web::Page versions_page(const web::Desk& desk, const Editor& editor,
                               const std::vector<Version>& versions)
{
    const auto& reader = desk.reader();
    const auto& report = editor.report;
    auto body = html(reader, "<h1>", tr("Earlier versions"), "</h1>\n<p class=\"lede\"><a href=\"",
                     report.address(), "\">", report.title, "</a></p>\n<p class=\"soft\">",
                     tr("What one person wrote without a break of ten minutes is one version. "
                        "Nothing that was saved is ever lost."),
                     "</p>\n<ol class=\"acts day-acts\">\n",
                     web::each(versions,
                               [&](const Version& one) {
                                   return html(reader, "<li>", forum::moment(reader, one.at),
                                               "<div><a href=\"", report.address(), "/versions/",
                                               std::to_string(one.id), "\">",
                                               part_name(reader, editor, one.section),
                                               "</a> <span class=\"soft\">", by_whom(reader, one),
                                               "</span></div></li>\n");
                               }),
                     "</ol>\n");
    return {.title = reader.say(tr("Earlier versions")) + ", " + tab_of(reader, report),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, report.forum, "reports")};
}

// A text in all its languages.
inline web::Html all_wordings(const web::Reader& reader, const Sentence& label, const Text& text)
{
    return web::when(!text.empty(), [&] {
        return html(reader, "<h3>", label, "</h3>",
                    web::each(text.wordings(), [&](const auto& one) {
                        return html(reader, "<div class=\"letter\" lang=\"", one.first.tag(), "\">",
                                    one.second.shown(), "</div>\n");
                    }));
    });
}

inline web::Html words_then(const web::Reader& reader, const Version& version)
{
    if (!version.became)
        return html(reader, "<p>", tr("No words stood here."), "</p>");
    if (version.section > 0)
        return all_wordings(reader, tr("Words"), version.body());
    return html(reader, all_wordings(reader, tr("Title"), version.title()),
                all_wordings(reader, tr("Mission group"), version.text("mission_group")),
                all_wordings(reader, tr("Reporter, by post and office"), version.text("reporter")),
                "<p>", action_label(version.action()), "</p>");
}

inline web::Html words_now(const web::Reader& reader, const Report& report, int section)
{
    if (section > 0)
        return report.body_of(section).empty()
                   ? html(reader, "<p>", tr("No words stand here."), "</p>")
                   : all_wordings(reader, tr("Words"), report.body_of(section));
    return html(reader, all_wordings(reader, tr("Title"), report.title),
                all_wordings(reader, tr("Mission group"), report.mission_group),
                all_wordings(reader, tr("Reporter, by post and office"), report.reporter), "<p>",
                action_label(report.action), "</p>");
}

inline web::Page version_page(const web::Desk& desk, const Editor& editor, const Version& version)
{
    const auto& reader = desk.reader();
    const auto& report = editor.report;
    auto body = html(
        reader, "<nav aria-label=\"", tr("Where you are"), "\"><ol class=\"crumbs\"><li><a href=\"",
        report.address(), "\">", report.title, "</a></li><li><a href=\"", report.address(),
        "/versions\">", tr("Earlier versions"), "</a></li></ol></nav>\n<h1>",
        part_name(reader, editor, version.section), "</h1>\n<div class=\"cols\">\n",
        "<section class=\"card\"><h2 class=\"h3\">", forum::moment(reader, version.at),
        "</h2><p class=\"soft\">", by_whom(reader, version), "</p>", words_then(reader, version),
        "</section>\n<section class=\"card\"><h2 class=\"h3\">", tr("Today"), "</h2>",
        words_now(reader, report, version.section),
        "</section>\n</div>\n<form method=\"post\" action=\"", report.address(), "/versions/",
        std::to_string(version.id), "\">", web::csrf_field(desk), "<p><button type=\"submit\">",
        tr("Bring this version back"), "</button></p><p class=\"hint\">",
        tr("It becomes the newest version; the words of today stay among the earlier ones."),
        "</p></form>\n");
    return {.title = reader.say(tr("Earlier versions")) + ", " + tab_of(reader, report),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, report.forum, "reports")};
}

}  // namespace sala::report
