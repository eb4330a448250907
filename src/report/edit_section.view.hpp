// SPDX-License-Identifier: Apache-2.0
//
// One section by itself, for a small screen or a long text: words, facts, and the sheet with the
// section marked.

#pragma once

#include "report/edit_report.view.hpp"

namespace sala::report {

inline web::Html neighbours(const web::Reader& reader, const Editor& editor, int number)
{
    const auto link = [&](int to, const Sentence& label) {
        return web::when(editor.has_section(to), [&] {
            return html(reader, "<a href=\"", editor.section_address(to), editor.in(), "\">", label,
                        " <span lang=\"", editor.language.tag(), "\">",
                        editor.official.sections[static_cast<std::size_t>(to) - 1].heading,
                        "</span></a>");
        });
    };
    return html(reader, "<nav class=\"row\" aria-label=\"", tr("Sections"), "\">",
                link(number - 1, tr("Section before:")), link(number + 1, tr("Next section:")),
                "</nav>\n");
}

inline web::Page section_page(const web::Desk& desk, const Editor& editor, int number)
{
    const auto& reader = desk.reader();
    const auto& section = editor.official.sections[static_cast<std::size_t>(number) - 1];
    auto body =
        html(reader, "<nav class=\"crumbs screen\" aria-label=\"", tr("Where you are"),
             "\"><ol class=\"crumbs\"><li><a href=\"", editor.report.forum.address(), "/reports\">",
             tr("Reports"), "</a></li><li><a href=\"", editor.report.address(), editor.in(), "\">",
             editor.report.title, "</a></li></ol></nav>\n<h1 class=\"screen\"><span lang=\"",
             editor.language.tag(), "\">", section.heading_line(), "</span></h1>\n",
             language_tabs(reader, *editor.form, editor.language,
                           [&](const Language& language) {
                               return editor.section_address(number) + "?in=" + language.tag();
                           }),
             "<div class=\"beside even\">\n<div class=\"stack screen\">\n",
             read_as_written(reader, editor.report), section_form(desk, editor, number, true),
             neighbours(reader, editor, number), facts_to_hand(reader, editor), "</div>\n",
             preview(reader, editor, number), "</div>\n");
    return {.title = section.heading + ", " + tab_of(reader, editor.report),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, editor.report.forum, "reports"),
            .body_class = "report"};
}

}  // namespace sala::report
