// SPDX-License-Identifier: Apache-2.0
//
// Two people wrote in one row: both versions side by side, so that a person chooses and nothing is
// lost.

#pragma once

#include "forum/row.view.hpp"
#include "forum/row_value.view.hpp"
#include "web/login_name.hpp"

namespace sala::forum {

inline web::Html compared_facts(const web::Reader& reader, const RowPage& page,
                                const Meanwhile& both, const sheet::Row& row)
{
    return html(reader, "<dl class=\"facts\">",
                each(both.columns,
                     [&](const std::string& name) {
                         const auto at = page.sheet->at(name);
                         return html(reader, "<dt>", sheet::label_of(name), "</dt><dd>",
                                     whole_value(reader, page.sheet->columns[at], row.cells[at]),
                                     "</dd>");
                     }),
                "</dl>");
}

inline Sentence who_saved(const web::Reader& reader, const sheet::Revision& theirs)
{
    const auto when = moment_words(reader, theirs.at);
    return theirs.by.empty() ? tr("Saved on {when}", {{"when", when}})
                             : tr("Saved on {when} by {who}",
                                  {{"when", when}, {"who", web::said_login(reader, theirs.by)}});
}

inline web::Page meanwhile_page(const web::Desk& desk, const Forum& forum, const RowPage& page,
                                const Meanwhile& both)
{
    const auto& reader = desk.reader();
    auto fresh = page;
    fresh.refusals.clear();
    const auto words = name_of(*page.sheet, page.stored.row).words(reader.language);
    const auto& name = words.empty() ? page.stored.row.key : words;
    auto body = html(
        reader, "<div class=\"stack\">\n<h1>", tr("Someone saved this before you"),
        "</h1>\n<p class=\"lede\">",
        tr("Nothing is lost. Somebody changed “{key}” while you were writing. Choose what stays.",
           {{"key", name}}),
        "</p>\n<form class=\"stack\" method=\"post\" action=\"", page.action, "\">\n",
        web::csrf_field(desk), "<input type=\"hidden\" name=\"version\" value=\"",
        page.stored.version, "\">\n<div class=\"cols\">\n<section class=\"card\"><h2 class=\"h3\">",
        who_saved(reader, both.theirs), "</h2>",
        compared_facts(reader, page, both, page.stored.row),
        "<p><a class=\"button\" data-kind=\"plain\" href=\"", page.action, "\">", tr("Keep theirs"),
        "</a></p></section>\n<section class=\"card\"><h2 class=\"h3\">", tr("Yours, not saved yet"),
        "</h2>", compared_facts(reader, page, both, both.mine), "<p><button type=\"submit\">",
        tr("Save mine over theirs"), "</button></p></section>\n</div>\n<p class=\"soft\">",
        tr("What only they changed, in other fields, stays in either case."),
        "</p>\n<details><summary>", tr("Edit yours before saving"), "</summary>\n",
        row_fields(reader, fresh), "</details>\n</form>\n<p class=\"as\">",
        tr("Refused with code 412. Row “{key}” of {sheet}.",
           {{"key", name}, {"sheet", reader.say(page.sheet->title)}}),
        "</p>\n</div>\n");
    return {.title = tab_title(reader, forum, reader.say(tr("Someone saved this before you"))),
            .body = std::move(body),
            .frame = desk_frame(desk, forum, "sheets")};
}

}  // namespace sala::forum
