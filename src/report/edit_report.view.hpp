// SPDX-License-Identifier: Apache-2.0
//
// The officer's page: sections at the left with the facts beneath, the sheet as it will be read at
// the right.

#pragma once

#include "forum/forum_store.hpp"
#include "report/facts.view.hpp"
#include "report/report_sheet.view.hpp"
#include "report/section_form.view.hpp"

namespace sala::report {

// A line of the report's head: title, mission group; or the reporter's lines.
inline web::Html head_field(const web::Desk& desk, const Editor& editor, const char* name,
                            const Sentence& label, const Text& text, bool several_lines)
{
    const auto& reader = desk.reader();
    const auto id = "head-" + std::string(name);
    const auto* wording = text.in(editor.language);
    const auto words = desk.typed() ? (*desk.typed())[name]
                       : wording    ? wording->shown()
                                    : std::string{};
    const bool wrong = is_wrong(desk.refusals(), name);
    return html(reader, "<p><label for=\"", id, "\">", label, "</label><textarea id=\"", id,
                "\" name=\"", std::string(name), "\" rows=\"", several_lines ? 4 : 2, "\" lang=\"",
                editor.language.tag(), "\"",
                web::when(wrong,
                          [&] {
                              return html(reader,
                                          " aria-invalid=\"true\" aria-describedby=\"wrong-", id,
                                          "\"");
                          }),
                ">\n", words, "</textarea></p>\n",
                wrong_beside(reader, desk.refusals(), name, "wrong-" + id));
}

inline web::Html action_field(const web::Reader& reader, const Editor& editor)
{
    const auto& closing = editor.words().closing;
    return web::when(!closing.empty(), [&] {
        return html(
            reader, "<p><label for=\"head-action\">", tr("What is asked of the reader"),
            "</label><select id=\"head-action\" name=\"asks\" aria-describedby=\"hint-action\">",
            web::each(action_choices(),
                      [&](const auto& choice) {
                          return html(reader, "<option value=\"", choice.first, "\"",
                                      web::when(choice.first == editor.report.action,
                                                [&] { return html(reader, " selected"); }),
                                      ">", choice.second, "</option>");
                      }),
            "</select></p>\n<p class=\"hint\" id=\"hint-action\">", tr("The report ends with:"),
            " <span lang=\"", editor.language.tag(), "\">", closing.at(editor.report.action),
            "</span></p>\n");
    });
}

inline web::Html head_form(const web::Desk& desk, const Editor& editor)
{
    const auto& reader = desk.reader();
    const auto& report = editor.report;
    return html(
        reader, "<form class=\"stack\" id=\"head\" method=\"post\" action=\"", report.address(),
        "\" data-autosave=\"", report.address(), "\" data-zone=\"", reader.zone, "\">\n",
        web::csrf_field(desk), "<input type=\"hidden\" name=\"version\" value=\"",
        report.row.version, "\"><input type=\"hidden\" name=\"in\" value=\"", editor.language.tag(),
        "\">\n", head_field(desk, editor, "title", tr("Title"), report.title, false),
        web::when(!editor.words().mission_group.empty(),
                  [&] {
                      return head_field(desk, editor, "mission_group", tr("Mission group"),
                                        report.mission_group, false);
                  }),
        web::when(!editor.form->has(Fill::reporter),
                  [&] {
                      return head_field(desk, editor, "reporter",
                                        tr("Reporter, by post and office"), report.reporter, true);
                  }),
        action_field(reader, editor),
        "<p class=\"row\"><button type=\"submit\" data-kind=\"plain\">", tr("Save"), "</button>",
        saved_place(reader, editor, report.row.id), "</p>\n</form>\n");
}

inline web::Html publish_form(const web::Desk& desk, const Report& report)
{
    const auto& reader = desk.reader();
    return html(reader, "<form method=\"post\" action=\"", report.address(), "/publish\">",
                web::csrf_field(desk),
                report.published ? html(reader, "<button type=\"submit\" data-kind=\"plain\">",
                                        tr("Make private"), "</button>")
                                 : html(reader,
                                        "<input type=\"hidden\" name=\"published\" "
                                        "value=\"yes\"><button type=\"submit\">",
                                        tr("Publish"), "</button>"),
                "</form>");
}

inline web::Html editor_head(const web::Desk& desk, const Editor& editor)
{
    const auto& reader = desk.reader();
    const auto& report = editor.report;
    return html(reader, "<div class=\"row far screen\"><h1>", tr("Official report"),
                "</h1><div class=\"row\">", publication(reader, report),
                file_links(reader, report, editor.language), publish_form(desk, report),
                "</div></div>\n<p class=\"soft screen\">", report.title, ". ", editor.form->title,
                ". <a href=\"", reading_address(report, editor.language), "\">",
                tr("As readers see it"), "</a>. <a href=\"", report.address(), "/versions\">",
                tr("Earlier versions"), "</a>. <a href=\"", report.forum.address(), "/reports\">",
                tr("All reports"), "</a>.</p>\n",
                language_tabs(reader, *editor.form, editor.language, [&](const Language& language) {
                    return report.address() + "?in=" + language.tag();
                }));
}

inline web::Html preview(const web::Reader& reader, const Editor& editor, int here)
{
    return html(reader, "<section class=\"stick\" id=\"preview\" aria-label=\"",
                tr("How it will be read"), "\" data-live=\"", editor.report.topic(), "\">\n",
                report_sheet(reader, editor.official, editor.facts.names_of_people(), here),
                "</section>\n");
}

// Nothing saves itself then, and of several forms a browser sends one (client/style/report.css).
inline web::Html one_at_a_time(const web::Reader& reader)
{
    return html(reader, "<noscript><p class=\"note\">",
                tr("Without JavaScript you write one section at a time. Open it with “Write this "
                   "section alone”."),
                "</p></noscript>\n");
}

inline std::string tab_of(const web::Reader& reader, const Report& report)
{
    return report.title.words(reader.language) + ", " + report.forum.title.words(reader.language);
}

inline web::Page editor_page(const web::Desk& desk, const Editor& editor)
{
    const auto& reader = desk.reader();
    web::Html sections;
    for (const auto& section : editor.official.sections)
        sections += section_form(desk, editor, section.number, false);
    auto body =
        html(reader, editor_head(desk, editor),
             "<div class=\"beside even\">\n<div class=\"stack screen\">\n", one_at_a_time(reader),
             read_as_written(reader, editor.report), head_form(desk, editor), sections,
             facts_to_hand(reader, editor), "</div>\n", preview(reader, editor, 0), "</div>\n");
    return {.title = tab_of(reader, editor.report),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, editor.report.forum, "reports"),
            .body_class = "report"};
}

}  // namespace sala::report
