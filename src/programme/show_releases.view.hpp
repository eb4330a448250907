// SPDX-License-Identifier: Apache-2.0
//
// The public changelog; for the secretariat, the form that releases the draft.

#pragma once

#include "programme/draft.hpp"
#include "programme/entry.view.hpp"
#include "web/frame.hpp"
#include "web/verb.hpp"

namespace sala::programme {

inline Html change_lines(const Reader& reader, const std::vector<ProgrammeChange>& changes)
{
    return html(reader, "<ul class=\"dash\">",
                each(changes,
                     [&](const ProgrammeChange& change) {
                         return html(reader, "<li>", sentence_of(change, reader.language), "</li>");
                     }),
                "</ul>");
}

inline Html release_entry(const Reader& reader, const Release& release)
{
    const auto zone = script::Zone::named(reader.zone);
    const auto at = script::clock(release.at, zone ? *zone : script::Zone::utc());
    return html(
        reader, "<section class=\"after\" id=\"release-", release.number, "\"><h2>", release.number,
        ". ", release.name, "</h2><p class=\"over\"><time>",
        script::render_day(at.day,
                           script::DateStyle::for_reader(reader.language, script::DateForm::full)),
        " ", script::render_clock(at.hour, at.minute, reader.language), "</time></p>",
        when(!release.note.empty(), [&] { return html(reader, "<p>", release.note, "</p>"); }),
        release.changes.empty()
            ? html(reader, "<p class=\"soft\">",
                   release.number == 1 ? tr("The first release.")
                                       : tr("Nothing in the programme changed."),
                   "</p>")
            : change_lines(reader, release.changes),
        "</section>\n");
}

inline Html field_error(const web::Desk& desk, const char* name)
{
    for (const auto& refusal : desk.refusals())
        if (refusal.field == name)
            return html(desk.reader(), "<p class=\"error\" id=\"", std::string(name), "-e\">",
                        refusal.sentence, "</p>");
    return {};
}

inline Html what_it_would_change(const Reader& reader, const Draft& draft)
{
    if (draft.next_number == 1)
        return html(reader, "<p>",
                    tr("This would be the first release: with it the public sees the forum."),
                    "</p>");
    if (draft.changes.empty())
        return html(reader, "<p class=\"soft\">", tr("The draft is the same as the last release."),
                    "</p>");
    return html(reader, "<p>", tr("It would change this:"), "</p>",
                change_lines(reader, draft.changes));
}

inline Html release_form(const web::Desk& desk, const std::string& forum, const Draft& draft)
{
    const auto& reader = desk.reader();
    const auto typed = [&](const char* name) {
        return desk.typed() ? (*desk.typed())[name] : std::string{};
    };
    return html(
        reader,
        each(draft.conflicts,
             [&](const Conflict& conflict) {
                 return html(reader, "<div class=\"note\" data-is=\"conflict\"><h2>",
                             conflict.title, "</h2><p>", conflict.sentence, " ", conflict.remedy,
                             "</p></div>\n");
             }),
        each(desk.refusals(),
             [&](const Refusal& refusal) {
                 return when(refusal.field.empty(), [&] {
                     return html(reader,
                                 "<div class=\"note\" data-is=\"conflict\" role=\"alert\"><p>",
                                 refusal.sentence, "</p></div>\n");
                 });
             }),
        "<form class=\"card stack\" method=\"post\" action=\"", forum, "/releases\">",
        web::csrf_field(desk), "<input type=\"hidden\" name=\"seen\" value=\"", draft.mark(),
        "\"><h2 class=\"h3\">",
        tr("Release {number}", {{"number", std::to_string(draft.next_number)}}), "</h2>",
        what_it_would_change(reader, draft), "<p><label for=\"name\">", tr("Name of the release"),
        "</label><span class=\"hint\" id=\"name-h\">",
        tr("Such as “Final” or “Order of speakers”; everybody sees it."),
        "</span><input type=\"text\" id=\"name\" name=\"name\" maxlength=\"100\" "
        "aria-describedby=\"name-h name-e\"",
        when(!field_error(desk, "name").empty(),
             [&] { return html(reader, " aria-invalid=\"true\""); }),
        " value=\"", typed("name"), "\"></p>", field_error(desk, "name"), "<p><label for=\"note\">",
        tr("A sentence about it (optional)"),
        "</label><textarea id=\"note\" name=\"note\" rows=\"3\">", typed("note"), "</textarea></p>",
        field_error(desk, "note"),
        when(!draft.conflicts.empty(),
             [&] {
                 return html(reader,
                             "<p><label class=\"tick\"><input type=\"checkbox\" name=\"despite\" "
                             "value=\"yes\"> ",
                             tr_count("Release with {count} conflict in it",
                                      "Release with {count} conflicts in it",
                                      draft.conflicts.size()),
                             "</label></p>");
             }),
        "<p><button type=\"submit\">", tr("Release the programme"), "</button></p></form>\n");
}

inline Html releases_page(const web::Desk& desk, const std::string& forum,
                          const std::vector<Release>& releases, const std::optional<Draft>& draft)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<div class=\"stack\"><h1>", tr("Releases of the programme"), "</h1>",
        when(draft.has_value(),
             [&] {
                 return html(reader, "<p><a data-key=\"e\" href=\"", forum, "/editor\">",
                             tr("Work on the programme"), "</a></p>");
             }),
        when(draft.has_value(), [&] { return release_form(desk, forum, *draft); }),
        when(releases.empty(),
             [&] {
                 return html(
                     reader, "<div class=\"empty\"><h2>", tr("Not released yet"), "</h2><p>",
                     tr("The public sees the forum as soon as its programme has a release."),
                     "</p></div>");
             }),
        each(releases, [&](const Release& release) { return release_entry(reader, release); }),
        "</div>\n<p class=\"as\">", tr("This page as"), " <a href=\"", forum,
        "/releases.json\">JSON</a>, <a href=\"", forum, "/releases.atom\">", tr("feed"),
        "</a></p>\n");
}

}  // namespace sala::programme
