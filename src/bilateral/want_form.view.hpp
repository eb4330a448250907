// SPDX-License-Identifier: Apache-2.0
//
// The form in which a delegation writes a need, an offer or a practice.

#pragma once

#include "bilateral/want.view.hpp"

namespace sala::bilateral {

// Whose it is goes without saying, and sources are the secretariat's.
inline web::Html want_fields(const web::Reader& reader, const forum::RowPage& page)
{
    return each(page.sheet->columns, [&](const sheet::Column& column) {
        const bool nothing_to_choose =
            column.kind == sheet::Column::refs && page.choices.find(column.to)->second.empty();
        return when(column.name != "delegation" && column.name != "source" && !nothing_to_choose,
                    [&] { return forum::column_field(reader, page, column); });
    });
}

inline web::Html remove_want(const web::Desk& desk, const forum::RowPage& page)
{
    return when(!page.is_new(), [&] {
        return act_button(desk, page.action + "/remove",
                          {{"version", std::to_string(page.stored.version)}}, tr("Take this away"),
                          "end");
    });
}

inline Sentence want_title(const forum::RowPage& page)
{
    const auto& sheet = page.sheet->name;
    if (sheet == "practices")
        return page.is_new() ? tr("Add a practice") : tr("What we did");
    if (sheet == "needs")
        return page.is_new() ? tr("Add a need") : tr("What we need");
    return page.is_new() ? tr("Add an offer") : tr("What we offer");
}

inline web::Page want_page(const web::Desk& desk, const Party& party, const forum::RowPage& page)
{
    const auto& reader = desk.reader();
    const auto title = want_title(page);
    auto body = html(
        reader, party_crumbs(desk, party, html(reader, title)), "<h1>", title, "</h1>\n",
        acts_in_place(reader, party),
        each(page.refusals,
             [&](const Refusal& refusal) {
                 return html(reader, "<div class=\"note\" data-is=\"conflict\" role=\"alert\"><p>",
                             refusal.sentence, "</p></div>\n");
             }),
        "<form class=\"stack\" method=\"post\" action=\"", page.action, "\" data-warn>\n",
        web::csrf_field(desk), "<input type=\"hidden\" name=\"version\" value=\"",
        page.stored.version, "\"><input type=\"hidden\" name=\"key\" value=\"", page.stored.row.key,
        "\">\n", want_fields(reader, page),
        "<p class=\"row\"><button type=\"submit\" data-key=\"s\">", tr("Save"),
        "</button><a href=\"", party.address(), "\">", tr("Leave unchanged"), "</a></p>\n</form>\n",
        remove_want(desk, page));
    return party_page(desk, party, reader.say(title), std::move(body));
}

}  // namespace sala::bilateral
