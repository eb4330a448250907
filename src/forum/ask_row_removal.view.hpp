// SPDX-License-Identifier: Apache-2.0
//
// Whether a row shall go: what would go with it, or what keeps it.

#pragma once

#include "forum/row.view.hpp"

namespace sala::forum {

inline web::Html referring_rows(const web::Reader& reader, const Forum& forum,
                                const std::vector<Reference>& references)
{
    return html(
        reader, "<div class=\"note\" data-is=\"conflict\"><h2>", tr("Other rows refer to it"),
        "</h2><p>", tr("It can be taken away when none of these rows names it any more."),
        "</p></div>\n<ul class=\"list\">",
        each(references,
             [&](const Reference& one) {
                 const auto& sheet = sheet::sheet_named(one.sheet);
                 return html(reader, "<li><a href=\"", row_address(forum, sheet, one.key), "\">",
                             one.name.empty() ? html(reader, one.key) : html(reader, one.name),
                             "</a> <span class=\"soft\">", sheet.title, "</span></li>");
             }),
        "</ul>\n");
}

inline web::Page row_removal_page(const web::Desk& desk, const Forum& forum, const SheetRow& row,
                                  const std::vector<Reference>& references, const Allowed& needed)
{
    const auto& reader = desk.reader();
    const auto& key = row.stored.row.key;
    const auto address = row_address(forum, *row.sheet, key);
    const auto& name = name_of(*row.sheet, row.stored.row);
    const auto what =
        row.sheet->scope == sheet::Sheet::server
            ? tr("It goes from this forum's list. The directory and other forums keep it.")
            : tr("What it was stays in its history, and it can be brought back from there.");
    const auto form = html(
        reader, "<form method=\"post\" action=\"", desk.address(), "\">", web::csrf_field(desk),
        "<input type=\"hidden\" name=\"version\" value=\"", row.stored.version,
        "\"><p class=\"row\"><button type=\"submit\" data-kind=\"end\">", tr("Take this row away"),
        "</button><a href=\"", address, "\">", tr("Keep it"), "</a></p></form>\n");
    const auto keep = html(reader, "<p><a href=\"", address, "\">", tr("Keep it"), "</a></p>\n");
    auto body =
        html(reader,
             row_crumbs(reader, forum, *row.sheet,
                        name.empty() ? html(reader, key) : html(reader, name)),
             "<h1>", tr("Take this row away?"), "</h1>\n<p class=\"lede\">",
             name.empty() ? html(reader, key) : html(reader, name, " · ", key), "</p>\n",
             when(bool(needed),
                  [&] {
                      return each(desk.refusals(), [&](const Refusal& one) {
                          return html(reader, "<p class=\"error\" role=\"alert\">", one.sentence,
                                      "</p>\n");
                      });
                  }),
             // What is needed stays, whatever else refers to it.
             !needed              ? html(reader, "<p class=\"note\" data-is=\"conflict\">",
                                         needed.refusal().sentence, "</p>\n", keep)
             : references.empty() ? html(reader, "<p>", what, "</p>\n", form)
                                  : html(reader, referring_rows(reader, forum, references), keep));
    return {.title = tab_title(reader, forum, reader.say(tr("Take this row away?"))),
            .body = std::move(body),
            .frame = desk_frame(desk, forum, "sheets")};
}

}  // namespace sala::forum
