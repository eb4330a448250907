// SPDX-License-Identifier: Apache-2.0
//
// Needs and offers on a page, and the form in which a delegation writes one.

#pragma once

#include "bilateral/party.view.hpp"
#include "bilateral/want.hpp"
#include "bilateral/want_desk.hpp"
#include "forum/row_field.view.hpp"

namespace sala::bilateral {

inline Json want_json(const Want& want, const std::vector<Topic>& topics,
                      const std::vector<Known>& all)
{
    const auto* topic = find(topics, want.topic);
    const auto* whose = find(all, want.delegation);
    return Json::object({{"key", want.key},
                         {"delegation", whose ? Json(whose->key) : Json()},
                         {"topic", topic ? Json(topic->key) : Json()},
                         {"priority", want.priority},
                         {"flexible", want.flexible},
                         {"text", forum::text_json(want.text)},
                         {"note", forum::text_json(want.note)},
                         {"claims", want.claims}});
}

// How urgent, how firm, and what stands beside it.
inline web::Html want_marks(const web::Reader& reader, const Want& want)
{
    return html(reader, "<small class=\"soft\">",
                tr("Priority {number}", {{"number", std::to_string(want.priority)}}), " · ",
                want.flexible ? tr("flexible") : tr("not flexible"),
                when(want.claims > 0,
                     [&] {
                         return html(reader, " · ",
                                     tr_count("{count} claim", "{count} claims",
                                              static_cast<std::size_t>(want.claims)));
                     }),
                "</small>", when(!want.note.empty(), [&] {
                    return html(reader, "<br><small class=\"said\">", want.note, "</small>");
                }));
}

inline web::Html want_line(const web::Reader& reader, const Want& want,
                           const std::vector<Topic>& topics)
{
    const auto* topic = find(topics, want.topic);
    return html(reader,
                when(topic != nullptr,
                     [&] { return html(reader, "<strong>", topic->title, "</strong><br>"); }),
                want.text, "<br>", want_marks(reader, want));
}

// A delegation's own list, each with the way to change it.
inline web::Html own_wants(const web::Desk& desk, const Party& party, const sheet::Sheet& sheet,
                           const std::vector<Want>& wants, const std::vector<Topic>& topics)
{
    const auto& reader = desk.reader();
    const bool writes = works_for(desk, party);
    const bool needs = sheet.name == "needs";
    const auto one = [&](const Want& want) {
        return html(reader, "<li>", want_line(reader, want, topics),
                    when(writes,
                         [&] {
                             return html(reader, " <a href=\"",
                                         want_address(party, sheet, want.key), "\">", tr("Change"),
                                         "</a>");
                         }),
                    "</li>\n");
    };
    const auto list =
        wants.empty()
            ? html(reader, "<p>",
                   needs ? tr("Nothing is written down yet. Others find you by what you need.")
                         : tr("Nothing is written down yet. Others find you by what you offer."),
                   "</p>\n")
            : html(reader, "<ol class=\"points\">", each(wants, one), "</ol>\n");
    return html(reader, "<section><h2 class=\"h3\">", needs ? tr("We need") : tr("We offer"),
                "</h2>\n", list,
                when(writes,
                     [&] {
                         return html(reader, "<p><a href=\"", want_address(party, sheet, "new"),
                                     "\">", needs ? tr("Add a need") : tr("Add an offer"),
                                     "</a></p>");
                     }),
                "</section>\n");
}

// Whose it is goes without saying, and sources are the secretariat's.
inline web::Html want_fields(const web::Reader& reader, const forum::RowPage& page)
{
    return each(page.sheet->columns, [&](const sheet::Column& column) {
        return when(column.name != "delegation" && column.name != "source",
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

inline web::Page want_page(const web::Desk& desk, const Party& party, const forum::RowPage& page)
{
    const auto& reader = desk.reader();
    const bool needs = page.sheet->name == "needs";
    const auto title = page.is_new() ? needs ? tr("Add a need") : tr("Add an offer")
                       : needs ? tr("What we need")
                                     : tr("What we offer");
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
