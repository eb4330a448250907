// SPDX-License-Identifier: Apache-2.0
//
// The secretariat's desk: what keeps the next release from going out, what changed since the last
// one, what waits, and how much there is.

#pragma once

#include "forum/forum_store.hpp"
#include "forum/row_numbers.hpp"
#include "programme/conflicts.hpp"
#include "programme/programme_store.hpp"

namespace sala::programme {

using web::each;
using web::html;
using web::when;

struct DeskPage {
    std::vector<Conflict> conflicts;
    std::vector<ProgrammeChange> changes;
    std::optional<Release> release;
    std::int64_t waiting = 0;    // letters
    std::int64_t here = 0;       // people whom a door has let in
    std::int64_t to_decide = 0;  // people whom a delegation has sent in
    std::int64_t wishes = 0;     // changes that were asked for after the last day
    std::int64_t vehicles = 0;   // without a pass yet
    std::map<std::string, std::int64_t, std::less<>> numbers;
};

inline web::Html conflict_note(const web::Reader& reader, const forum::Forum& forum,
                               const DeskPage& page)
{
    if (page.conflicts.empty())
        return html(reader, "<p class=\"note\" data-is=\"agreed\">",
                    tr("No conflicts in the draft of the programme."), "</p>\n");
    return html(reader, "<div class=\"note\" data-is=\"conflict\" role=\"status\"><h2>",
                tr_count("{count} conflict in the draft", "{count} conflicts in the draft",
                         page.conflicts.size()),
                "</h2>\n",
                each(page.conflicts,
                     [&](const Conflict& one) {
                         return html(reader, "<p><strong>", one.title, "</strong> ", one.sentence,
                                     "</p>\n");
                     }),
                "<p><a href=\"", forum.address(), "/editor\">", tr("Open the programme"),
                "</a></p></div>\n");
}

inline web::Html change_list(const web::Reader& reader, const forum::Forum& forum,
                             const DeskPage& page)
{
    if (!page.release)
        return html(
            reader, "<div class=\"empty\"><h2>", tr("Not released yet"), "</h2><p>",
            tr("Only the secretariat sees this forum. Its first release shows it to the public."),
            "</p><p><a class=\"button\" href=\"", forum.address(), "/releases\">",
            tr("Prepare the first release"), "</a></p></div>\n");
    if (page.changes.empty())
        return html(reader, "<p>", tr("The public sees the programme as it is here."), "</p>\n");
    return html(reader, "<ul class=\"list\">",
                each(page.changes,
                     [&](const ProgrammeChange& change) {
                         return html(reader, "<li>", sentence_of(change, reader.language), "</li>");
                     }),
                "</ul>\n<p><a class=\"button\" href=\"", forum.address(), "/releases\">",
                tr("Go to the releases"), "</a></p>\n");
}

inline web::Html group_numbers(const web::Reader& reader, const forum::Forum& forum,
                               const DeskPage& page)
{
    return each(forum::sheet_groups(), [&](const forum::SheetGroup& group) {
        return html(reader, "<h3>", group.title, "</h3>\n<ul class=\"columns\">",
                    each(group.sheets,
                         [&](const sheet::Sheet* sheet) {
                             return html(reader, "<li><a href=\"", forum.address(), "/sheets/",
                                         sheet->name, "\">", sheet->title,
                                         "</a> <span class=\"soft num\">",
                                         page.numbers.find(sheet->name)->second, "</span></li>");
                         }),
                    "</ul>\n");
    });
}

inline web::Html next_steps(const web::Reader& reader, const forum::Forum& forum,
                            const DeskPage& page)
{
    const auto link = [&](const char* word, const Sentence& label) {
        return html(reader, "<li><a href=\"", forum.address(), "/", std::string(word), "\">", label,
                    "</a></li>");
    };
    return html(reader, "<ul class=\"list\">",
                when(page.here > 0,
                     [&] {
                         return html(reader, "<li id=\"here\" data-live=\"door:", forum.slug,
                                     "\"><a href=\"", forum.address(), "/presence\">",
                                     tr_count("{count} person is here", "{count} people are here",
                                              static_cast<std::size_t>(page.here)),
                                     "</a></li>");
                     }),
                when(page.waiting > 0,
                     [&] {
                         return link("outbox", tr_count("{count} letter waits to be read",
                                                        "{count} letters wait to be read",
                                                        static_cast<std::size_t>(page.waiting)));
                     }),
                when(page.to_decide > 0,
                     [&] {
                         return link("registrations?status=submitted",
                                     tr_count("{count} person is to be decided about",
                                              "{count} people are to be decided about",
                                              static_cast<std::size_t>(page.to_decide)));
                     }),
                when(page.wishes > 0,
                     [&] {
                         return link("registrations?wish=yes",
                                     tr_count("{count} change is asked for",
                                              "{count} changes are asked for",
                                              static_cast<std::size_t>(page.wishes)));
                     }),
                when(page.vehicles > 0,
                     [&] {
                         return link("vehicles?state=waiting",
                                     tr_count("{count} vehicle waits for a pass.",
                                              "{count} vehicles wait for a pass.",
                                              static_cast<std::size_t>(page.vehicles)));
                     }),
                link("sheets", tr("Change or add rows")),
                link("editor", tr("Work on the programme")), link("import", tr("Import sheets")),
                link("workbook.xlsx", tr("Download everything as a workbook")),
                link("reports", tr("Write the report")),
                link("settings", tr("Settings of the forum")), link("roles", tr("Who may do what")),
                link("acts", tr("What was done")),
                html(reader, "<li><a href=\"/forums/new\">", tr("Open another forum"), "</a></li>"),
                "</ul>\n");
}

inline web::Page desk_page(const web::Desk& desk, const forum::Forum& forum, const DeskPage& page)
{
    const auto& reader = desk.reader();
    const auto title = !page.release
                           ? tr("Draft, not released")
                           : tr_count("{count} change since release {number}",
                                      "{count} changes since release {number}", page.changes.size(),
                                      {{"number", std::to_string(page.release->number)}});
    auto body = html(
        reader, "<div class=\"row far\"><h1>", tr("Desk"), "</h1><span class=\"chip\">", title,
        "</span></div>\n", conflict_note(reader, forum, page),
        "<div class=\"beside\">\n<div class=\"stack\">\n<h2>", tr("Changed since the last release"),
        "</h2>\n", change_list(reader, forum, page), "<h2>", tr("What is there"), "</h2>\n",
        group_numbers(reader, forum, page), "</div>\n<div class=\"stack\">\n<h2 class=\"h3\">",
        tr("What is next"), "</h2>\n", next_steps(reader, forum, page), "</div>\n</div>\n");
    return {.title = reader.say(tr("Desk")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = desk_frame(desk, forum, "desk")};
}

}  // namespace sala::programme
