// SPDX-License-Identifier: Apache-2.0
//
// Needs, offers and practices on a page.

#pragma once

#include "bilateral/party.view.hpp"
#include "bilateral/want.hpp"
#include "bilateral/want_desk.hpp"
#include "forum/both_eras.view.hpp"
#include "forum/outside_link.view.hpp"
#include "forum/row_field.view.hpp"

namespace sala::bilateral {

inline Json practice_json(const Practice& practice)
{
    return Json::object({{"key", practice.key},
                         {"date", practice.date},
                         {"address", practice.address},
                         {"title", forum::text_json(practice.title)},
                         {"text", forum::text_json(practice.text)},
                         {"source", forum::text_json(practice.source)}});
}

inline Json said_json(const Said& said)
{
    return Json::object({{"key", said.key},
                         {"question", forum::text_json(said.question)},
                         {"value", forum::text_json(said.value)},
                         {"source", forum::text_json(said.source)}});
}

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
                         {"practices", forum::list_json(want.practices, practice_json)},
                         {"claims", forum::list_json(want.claims, said_json)}});
}

inline web::Html practice_line(const web::Reader& reader, const Practice& practice)
{
    return html(
        reader, "<strong>",
        forum::outside_link(reader, html(reader, practice.title), practice.address), "</strong>",
        when(!practice.date.empty(),
             [&] { return html(reader, ", ", forum::date_cell(reader, practice.date)); }),
        "<br>", practice.text,
        when(!practice.source.empty(),
             [&] { return html(reader, " <small class=\"said\">", practice.source, "</small>"); }),
        when(!practice.note.empty(), [&] {
            return html(reader, "<br><small class=\"said\">", practice.note, "</small>");
        }));
}

// The practices and claims that a need or an offer points to, folded away.
inline web::Html attached(const web::Reader& reader, const Want& want)
{
    const auto said = [&](const Said& one) {
        return html(reader, "<li>", one.question, ": ", one.value,
                    when(!one.source.empty(),
                         [&] {
                             return html(
                                 reader, " <small class=\"said\">",
                                 forum::outside_link(reader, html(reader, one.source), one.address),
                                 "</small>");
                         }),
                    "</li>\n");
    };
    const auto count = [&](std::size_t number, const Sentence& words) {
        return when(number > 0, [&] { return html(reader, words, " "); });
    };
    return when(!want.practices.empty() || !want.claims.empty(), [&] {
        return html(reader, "<details><summary>",
                    count(want.practices.size(),
                          tr_count("{count} practice", "{count} practices", want.practices.size())),
                    count(want.claims.size(),
                          tr_count("{count} claim", "{count} claims", want.claims.size())),
                    "</summary>\n<ul>",
                    each(want.practices,
                         [&](const Practice& one) {
                             return html(reader, "<li>", practice_line(reader, one), "</li>\n");
                         }),
                    each(want.claims, said), "</ul></details>\n");
    });
}

// How urgent, how firm, and what stands beside it.
inline web::Html want_marks(const web::Reader& reader, const Want& want)
{
    return html(
        reader, "<small class=\"soft\">",
        tr("Priority {number}", {{"number", std::to_string(want.priority)}}), " · ",
        want.flexible ? tr("flexible") : tr("not flexible"), "</small>",
        when(!want.note.empty(),
             [&] { return html(reader, "<br><small class=\"said\">", want.note, "</small>"); }),
        attached(reader, want));
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

}  // namespace sala::bilateral
