// SPDX-License-Identifier: Apache-2.0
//
// The working lists, to look at and to print.

#pragma once

#include "registration/working_list.hpp"
#include "web/pages.view.hpp"

namespace sala::registration {

inline constexpr std::size_t list_rows_a_page = 200;
// What an address says for those who have no day or no hotel.
inline constexpr char no_part[] = "-";

struct WorkingListPage {
    ListKind kind;
    ListAsked asked = {};
    std::vector<ListPart> parts = {};
    WorkingList list = {};
    web::Pages pages = {};
    bool whole = false;  // on one page, to be printed
};

inline web::Html list_part(const web::Reader& reader, const WorkingList& list,
                           const WorkingList::Part& part)
{
    return html(reader, "<table class=\"fold\"><caption>", part.heading, "</caption><thead><tr>",
                each(list.columns,
                     [&](const std::string& column) {
                         return html(reader, "<th scope=\"col\">", column, "</th>");
                     }),
                "</tr></thead>\n<tbody>",
                each(part.rows,
                     [&](const std::vector<std::string>& row) {
                         std::size_t at = 0;
                         return html(reader, "<tr>",
                                     each(row,
                                          [&](const std::string& cell) {
                                              const auto& column = list.columns[at];
                                              return at++ == 0 ? html(reader, "<th scope=\"row\">",
                                                                      cell, "</th>")
                                                               : html(reader, "<td data-th=\"",
                                                                      column, "\">", cell, "</td>");
                                          }),
                                     "</tr>\n");
                     }),
                "</tbody></table>\n");
}

inline web::Html which_people(const web::Reader& reader, const WorkingListPage& page)
{
    return page.asked.all
               ? html(reader, "<p>", tr("With those who are not decided about yet."), " <a href=\"",
                      page.pages.address, "\">", tr("Only the approved"), "</a></p>\n")
               : html(reader, "<p>", tr("Those who are approved."), " <a href=\"",
                      page.pages.address, "?all=yes\">",
                      tr("Also those who are not decided about yet"), "</a></p>\n");
}

// The days or hotels of a list that has several, each with how many stand there.
inline web::Html part_links(const web::Reader& reader, const WorkingListPage& page)
{
    const auto link = [&](const std::string& part, const web::Html& words, bool here) {
        const web::Pages pages{page.pages.address,
                               {{"all", page.asked.all ? "yes" : ""}, {"part", part}}};
        return html(reader, "<li><a href=\"", pages.address, pages.query(0), "\"",
                    when(here, [&] { return html(reader, " aria-current=\"page\""); }), ">", words,
                    "</a></li>");
    };
    return when(page.parts.size() > 1, [&] {
        return html(reader, "<nav class=\"screen\" aria-label=\"", tr("Parts of the list"),
                    "\"><ul class=\"links\">", link("", html(reader, tr("All")), !page.asked.part),
                    each(page.parts,
                         [&](const ListPart& part) {
                             return link(part.name.empty() ? std::string(no_part) : part.name,
                                         html(reader, part_heading(reader, page.kind, part.name),
                                              " <span class=\"soft num\">", part.people, "</span>"),
                                         page.asked.part == part.name);
                         }),
                    "</ul></nav>\n");
    });
}

// The list as a sheet, and on one page for the printer.
inline web::Html whole_links(const web::Reader& reader, const WorkingListPage& page)
{
    const auto query = page.pages.query(0);
    return html(reader, "<p class=\"as\"><a href=\"", page.pages.address, ".xlsx", query,
                "\">XLSX</a> <a href=\"", page.pages.address, ".csv", query, "\">CSV</a>",
                when(!page.whole && (page.pages.from > 0 || !page.pages.ends()),
                     [&] {
                         return html(reader, " <a href=\"", page.pages.address, query,
                                     query.empty() ? "?" : "&", "whole=yes\">",
                                     tr("Everything on one page, to print it"), "</a>");
                     }),
                "</p>");
}

inline web::Page working_list_page(const web::Desk& desk, const forum::Forum& forum,
                                   const WorkingListPage& page)
{
    const auto& reader = desk.reader();
    const auto& kind = page.kind;
    auto body =
        html(reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/lists\">",
             tr("Working lists"), "</a></li></ol></nav>\n<h1>", kind.name, "</h1>\n<p>", kind.about,
             "</p>\n<div class=\"screen\">", which_people(reader, page), whole_links(reader, page),
             "</div>\n", part_links(reader, page), "<div class=\"stack\">\n",
             when(kind.word == "visas",
                  [&] {
                      return html(reader, "<p class=\"screen\"><a href=\"", forum.address(),
                                  "/visa-letters\">", tr("Print the letters for the visa"),
                                  "</a></p>\n");
                  }),
             page.list.rows() == 0
                 ? html(reader, "<div class=\"empty\"><h2>", tr("Nobody on this list"), "</h2><p>",
                        tr("It fills as delegations say it about those who come."), "</p></div>\n")
                 : each(page.list.parts,
                        [&](const WorkingList::Part& part) {
                            return list_part(reader, page.list, part);
                        }),
             when(!page.whole, [&] { return pages_of(reader, page.pages); }), "</div>\n");
    return {.title = reader.say(kind.name) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

inline web::Page working_lists_page(const web::Desk& desk, const forum::Forum& forum)
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<h1>", tr("Working lists"), "</h1>\n", places_of_registering(reader, forum),
        "<ul class=\"list\">",
        each(all_lists(),
             [&](const ListKind& kind) {
                 return html(reader, "<li><h2><a href=\"", forum.address(), "/lists/", kind.word,
                             "\">", kind.name, "</a></h2><p>", kind.about, "</p></li>\n");
             }),
        "<li><h2><a href=\"", forum.address(), "/answers\">", tr("Answers"), "</a></h2><p>",
        tr("To the questions of the forum: what was said, and who has not answered."),
        "</p></li>\n<li><h2><a href=\"", forum.address(), "/reminders\">",
        tr("Who has not answered"), "</a></h2><p>",
        tr("Delegations that were invited and are silent."), "</p></li>\n</ul>\n");
    return {.title = reader.say(tr("Working lists")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

inline Json working_list_json(const WorkingListPage& page)
{
    auto rows = Json::array();
    for (const auto& cells : page.list.as_sheet("part")) {
        auto row = Json::array();
        for (const auto& cell : cells)
            row.push(cell);
        rows.push(std::move(row));
    }
    return Json::object(
        {{"found", page.pages.found}, {"next", next_json(page.pages)}, {"rows", rows}});
}

}  // namespace sala::registration
