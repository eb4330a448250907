// SPDX-License-Identifier: Apache-2.0
//
// Four ways to a new forum: from a file, after the pattern of the last one, from the template, or
// blank.

#pragma once

#include "programme/import.view.hpp"

namespace sala::programme {

struct NewForumPage {
    std::string
        way;  // of the form that came back: "file", "pattern", "template", "blank", or empty
    std::vector<Refusal> refusals;
    std::vector<forum::Forum> forums;
    bool draft = false;  // what is ticked for a file
};

inline web::Html new_forum_field(const web::Desk& desk, const NewForumPage& page,
                                 const std::string& way, const std::string& name,
                                 const Sentence& label, const Sentence& hint,
                                 const std::string& column)
{
    const auto& reader = desk.reader();
    const auto id = way + "-" + name;
    const bool back = page.way == way;
    web::Html wrong;
    if (back)
        for (const auto& refusal : page.refusals)
            if (refusal.field == column)
                append(wrong, reader, refusal.sentence, " ");
    return html(reader, "<p><label for=\"", id, "\">", label, "</label><input type=\"text\" id=\"",
                id, "\" name=\"", name, "\" value=\"", back ? (*desk.typed())[name] : std::string{},
                "\"",
                wrong.empty() ? html(reader, " aria-describedby=\"", id, "-hint\"")
                              : html(reader, " aria-invalid=\"true\" aria-describedby=\"", id,
                                     "-hint ", id, "-error\""),
                "><span class=\"hint\" id=\"", id, "-hint\">", hint, "</span>",
                when(!wrong.empty(),
                     [&] {
                         return html(reader, "<span class=\"error\" id=\"", id, "-error\">", wrong,
                                     "</span>");
                     }),
                "</p>\n");
}

inline web::Html new_forum_fields(const web::Desk& desk, const NewForumPage& page,
                                  const std::string& way)
{
    const auto& reader = desk.reader();
    const auto field = [&](const char* name, const Sentence& label, const Sentence& hint,
                           const char* column) {
        return new_forum_field(desk, page, way, name, label, hint, column);
    };
    return html(
        reader,
        field("slug", tr("Address"),
              tr("Small letters, digits and hyphens, such as bangkok-2027. It cannot be changed "
                 "later."),
              "slug"),
        field("title_en", tr("Title in English"), tr("One of the two titles is needed."), "title"),
        field("title_th", tr("Title in Thai"), tr("It may be added later."), "title_th"),
        field("date", tr("Date"), tr("2027-03-14, or a range as 2027-03-14/2027-03-16."), "date"),
        field("time_zone", tr("Time zone"), tr("Such as Asia/Phnom_Penh."), "time_zone"));
}

inline web::Html way_form(const web::Desk& desk, const std::string& way, const Sentence& title,
                          const web::Html& inside, const Sentence& button)
{
    const auto& reader = desk.reader();
    return html(reader, "<section class=\"card\" id=\"", way, "\"><h2 class=\"h3\">", title,
                "</h2>\n<form class=\"stack\" method=\"post\" action=\"", desk.address(), "\">",
                web::csrf_field(desk), "<input type=\"hidden\" name=\"way\" value=\"", way, "\">",
                inside, "<p><button type=\"submit\" data-kind=\"plain\">", button,
                "</button></p></form></section>\n");
}

inline web::Html pattern_choice(const web::Desk& desk, const NewForumPage& page)
{
    const auto& reader = desk.reader();
    const auto chosen = page.way == "pattern" ? (*desk.typed())["pattern"] : std::string{};
    return html(
        reader, "<p>",
        tr("Taken over: countries, cities, networks, bodies and organisations, venues, rooms, "
           "topics, "
           "questions, categories, and the editions with the next number. Left behind: people, "
           "delegations, days, sittings, sources, dates and themes."),
        "</p>\n<p><label for=\"pattern\">", tr("After the pattern of"),
        "</label><select id=\"pattern\" name=\"pattern\">",
        each(page.forums,
             [&](const forum::Forum& forum) {
                 return html(reader, "<option value=\"", forum.slug, "\"",
                             when(forum.slug == chosen, [&] { return html(reader, " selected"); }),
                             ">", forum.title.words(reader.language), " · ", forum.slug,
                             "</option>");
             }),
        "</select></p>\n");
}

inline web::Html file_way(const web::Desk& desk, const NewForumPage& page)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<section class=\"card\" id=\"file\"><h2 class=\"h3\">", tr("From a file"),
        "</h2>\n<form class=\"stack\" method=\"post\" enctype=\"multipart/form-data\" action=\"",
        desk.address(), "\" data-progress>", web::csrf_field(desk),
        "<input type=\"hidden\" name=\"way\" value=\"file\">",
        file_field(
            desk,
            tr("A workbook with the sheet “forum” in it (.xlsx); or forum.toml and CSV sheets, all "
               "at once; or a schedule of another program (pentabarf, frab, pretalx: .xml)."),
            "file-of-forum", ".xlsx,.csv,.xml,.toml"),
        draft_tick(reader, page.draft),
        "<p class=\"row\"><button type=\"submit\" name=\"what\" value=\"import\">",
        tr("Open this forum"),
        "</button><button type=\"submit\" name=\"what\" value=\"check\" data-kind=\"plain\">",
        tr("Check only"), "</button></p><p class=\"row\">", template_links(reader),
        "</p></form></section>\n");
}

inline web::Page new_forum_page(const web::Desk& desk, const NewForumPage& page,
                                const web::Html& above)
{
    const auto& reader = desk.reader();
    auto body =
        html(reader, "<div class=\"stack\">\n<h1>", tr("A new forum"), "</h1>\n<p class=\"lede\">",
             tr("A forum from a file is public at once, unless you keep it as a draft. Any other "
                "begins as a draft that only the secretariat sees until its first release."),
             "</p>\n", other_refusals(desk), above, file_way(desk, page),
             when(!page.forums.empty(),
                  [&] {
                      return way_form(desk, "pattern", tr("After the pattern of the last one"),
                                      html(reader, pattern_choice(desk, page),
                                           new_forum_fields(desk, page, "pattern")),
                                      tr("Open after this pattern"));
                  }),
             way_form(desk, "template", tr("From the template"),
                      html(reader, "<p>",
                           tr("Two days as mayors often meet: opening, statements of seven "
                              "minutes, discussion, bilateral meetings, dinner, closing and a "
                              "technical visit, and nine categories of participants. Change what "
                              "you like."),
                           "</p>\n", new_forum_fields(desk, page, "template")),
                      tr("Open from the template")),
             way_form(desk, "blank", tr("Blank"), new_forum_fields(desk, page, "blank"),
                      tr("Open a blank forum")),
             "</div>\n");
    return {
        .title = reader.say(tr("A new forum")), .body = std::move(body), .frame = {.desk = true}};
}

// What came of a file: the forum is open, would be, or what has to be mended first.
inline web::Html opening_result(const web::Reader& reader, const Opened& opened,
                                const std::vector<document::Adjustment>& adjustments, bool kept)
{
    if (!opened.problems.empty())
        return html(reader, "<div class=\"note\" data-is=\"conflict\" role=\"alert\"><h2>",
                    tr("Nothing was opened"), "</h2><p>",
                    tr("Mend these problems and send the file again."), "</p></div>\n",
                    problem_table(reader, opened.problems));
    return html(
        reader, "<div class=\"note\" data-is=\"agreed\" role=\"status\"><h2>",
        !kept                  ? tr("This would be opened")
        : opened.released != 0 ? tr("The forum is open and published")
                               : tr("The forum is open as a draft"),
        "</h2><p>",
        kept ? html(reader, "<a href=\"/", opened.outcome.slug, "/desk\">", tr("Go to its desk"),
                    "</a>")
             : html(reader, tr("No problems. Choose the file again and press “Open this forum”.")),
        "</p>", stays_draft(reader, opened), "</div>\n", adjustment_list(reader, adjustments),
        outcome_lists(reader, opened.outcome, false));
}

}  // namespace sala::programme
