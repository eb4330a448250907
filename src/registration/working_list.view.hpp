// SPDX-License-Identifier: Apache-2.0
//
// The working lists, to look at and to print.

#pragma once

#include "registration/working_list.hpp"

namespace sala::registration {

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

inline web::Html which_people(const web::Reader& reader, const std::string& address, bool all)
{
    return all ? html(reader, "<p>", tr("With those who are not decided about yet."), " <a href=\"",
                      address, "\">", tr("Only the approved"), "</a></p>\n")
               : html(reader, "<p>", tr("Those who are approved."), " <a href=\"", address,
                      "?all=yes\">", tr("Also those who are not decided about yet"), "</a></p>\n");
}

inline web::Page working_list_page(const web::Desk& desk, const forum::Forum& forum,
                                   const ListKind& kind, const WorkingList& list, bool all)
{
    const auto& reader = desk.reader();
    const auto query = all ? std::string("?all=yes") : std::string{};
    auto body = html(
        reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/lists\">",
        tr("Working lists"), "</a></li></ol></nav>\n<h1>", kind.name, "</h1>\n<p>", kind.about,
        "</p>\n<div class=\"screen\">", which_people(reader, desk.address(), all),
        "<p class=\"as\"><a href=\"", desk.address(), ".xlsx", query, "\">XLSX</a> <a href=\"",
        desk.address(), ".csv", query, "\">CSV</a></p></div>\n<div class=\"stack\">\n",
        list.rows() == 0
            ? html(reader, "<div class=\"empty\"><h2>", tr("Nobody on this list"), "</h2><p>",
                   tr("It fills as delegations say it about those who come."), "</p></div>\n")
            : each(list.parts,
                   [&](const WorkingList::Part& part) { return list_part(reader, list, part); }),
        "</div>\n");
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
        "<li><h2><a href=\"", forum.address(), "/reminders\">", tr("Who has not answered"),
        "</a></h2><p>", tr("Delegations that were invited and are silent."), "</p></li>\n</ul>\n");
    return {.title = reader.say(tr("Working lists")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::registration
