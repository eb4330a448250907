// SPDX-License-Identifier: Apache-2.0
//
// One item of the terms: its words, how it stands, who agrees to it, and what moved in it.

#pragma once

#include "bilateral/meeting_page.view.hpp"
#include "bilateral/terms_store.hpp"

#include <functional>

namespace sala::bilateral {

inline Sentence item_column_name(std::size_t column)
{
    static const std::array names{tr("Need"), tr("What answers it"), tr("Condition"), tr("Who"),
                                  tr("By when")};
    return names[column];
}

inline Sentence item_state_name(Item::State state)
{
    static const std::array names{tr("proposed"), tr("adjusted"), tr("agreed")};
    return names[static_cast<std::size_t>(state)];
}

inline web::Html item_chip(const web::Reader& reader, Item::State state)
{
    return html(reader, "<span class=\"chip\" data-is=\"", word(state), "\">",
                item_state_name(state), "</span>");
}

// Of several: who agrees while others have not said so.
inline web::Html who_agrees(const web::Reader& reader, const Party& party, const Meeting& meeting,
                            const Item& item)
{
    std::vector<std::int64_t> who;
    who.reserve(item.agreed_by.size());
    for (const auto side : item.agreed_by)
        who.push_back(meeting.delegation(side));
    return when(!who.empty(), [&] {
        return html(reader, " <small>",
                    tr("{names}: agreed", {{"names", words_of(reader, party.all, who)}}),
                    "</small>");
    });
}

inline const std::string& words_in(const Text& text, const Language& language)
{
    static const std::string nothing;
    const auto* wording = text.in(language);
    return wording ? wording->verbatim : nothing;
}

// What a column was and is, in each language in which it moved.
inline web::Html moved_words(const web::Reader& reader, const Text& was, const Text& is)
{
    web::Html all;
    for (const auto& language : web::interface_languages()) {
        const auto& before = words_in(was, language);
        const auto& after = words_in(is, language);
        if (before == after)
            continue;
        const auto in_language = when(language != reader.language, [&] {
            return html(reader, " lang=\"", language.tag(), "\"");
        });
        all += html(reader, when(!all.empty(), [&] { return html(reader, " "); }),
                    when(!before.empty(),
                         [&] { return html(reader, "<del", in_language, ">", before, "</del> "); }),
                    when(!after.empty(),
                         [&] { return html(reader, "<ins", in_language, ">", after, "</ins>"); }));
    }
    return all;
}

inline web::Html change_entry(const web::Reader& reader, const Party& party, const Meeting& meeting,
                              const ItemChange& change)
{
    static const Item nothing;
    const auto& was = change.was ? *change.was : nothing;
    const auto& is = change.is ? *change.is : nothing;
    web::Html columns;
    for (std::size_t column = 0; column < item_columns.size(); ++column)
        columns += when(was.words[column] != is.words[column], [&] {
            return html(reader, "<dt>", item_column_name(column), "</dt><dd>",
                        moved_words(reader, was.words[column], is.words[column]), "</dd>");
        });
    const auto* shown = change.is ? change.is : change.was;
    return html(reader, "<li><strong>",
                tr("Item {number}", {{"number", std::to_string(shown->number)}}), "</strong> ",
                change.is ? html(reader, item_chip(reader, is.state),
                                 who_agrees(reader, party, meeting, is))
                          : html(reader, tr("taken away")),
                when(!columns.empty(),
                     [&] { return html(reader, "<dl class=\"facts\">", columns, "</dl>"); }),
                "</li>\n");
}

// Those that moved between two revisions, one entry each.
inline web::Html change_list(const web::Reader& reader, const Party& party, const Meeting& meeting,
                             const std::vector<Item>& older, const std::vector<Item>& newer)
{
    auto changes = changes_between(older, newer);
    std::erase_if(changes, [](const ItemChange& change) { return !change.moved(); });
    return html(reader, "<ul class=\"list\">",
                each(changes,
                     [&](const ItemChange& change) {
                         return change_entry(reader, party, meeting, change);
                     }),
                "</ul>");
}

// The items as they stand, for whoever waits or reads.
// `more`: what is said beside the status of an item.
inline web::Html terms_table(const web::Reader& reader, const std::vector<Item>& items,
                             const std::function<web::Html(const Item&)>& more = {})
{
    web::Html heads;
    for (std::size_t column = 0; column < item_columns.size(); ++column)
        heads += html(reader, "<th scope=\"col\">", item_column_name(column), "</th>");
    return html(reader, "<table class=\"fold\"><thead><tr><th scope=\"col\">", tr("Item"), "</th>",
                heads, "<th scope=\"col\">", tr("Status"), "</th></tr></thead>\n<tbody>",
                each(items,
                     [&](const Item& item) {
                         web::Html cells;
                         for (std::size_t column = 0; column < item_columns.size(); ++column)
                             cells += html(reader, "<td data-th=\"", item_column_name(column),
                                           "\">", item.words[column], "</td>");
                         return html(reader, "<tr><th scope=\"row\">", item.number, "</th>", cells,
                                     "<td data-th=\"", tr("Status"), "\">",
                                     item_chip(reader, item.state), more ? more(item) : web::Html{},
                                     "</td></tr>\n");
                     }),
                "</tbody></table>\n");
}

}  // namespace sala::bilateral
