// SPDX-License-Identifier: Apache-2.0
//
// The sheet of terms as one side sees it: how far apart both still are, what moved since it last
// looked, and the fields to answer in.

#pragma once

#include "bilateral/meeting_page.view.hpp"
#include "bilateral/terms_store.hpp"

namespace sala::bilateral {

struct TermsPage {
    Meeting meeting;
    Side side = Side::host;
    Terms terms;
    int seen = 0;  // the newest revision this side has seen or written
};

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

// One box an item; the words beside it say the same.
inline web::Html steps_of(const web::Reader& reader, const Terms& terms)
{
    const auto open = terms.open_items();
    const auto all = terms.items().size();
    const auto apart =
        open == 0 ? tr_count("{count} item, and it is agreed", "All {count} items are agreed", all)
                  : tr("{open} of {all} items still to agree",
                       {{"open", std::to_string(open)}, {"all", std::to_string(all)}});
    return when(all > 0, [&] {
        return html(reader, "<p>", apart, "</p>\n<div class=\"steps\" aria-hidden=\"true\">",
                    each(terms.items(),
                         [&](const Item& item) {
                             return html(reader, "<i data-is=\"", word(item.state), "\"></i>");
                         }),
                    "</div>\n");
    });
}

// What a column was and is, where it moved.
inline web::Html moved_words(const web::Reader& reader, const std::string& was,
                             const std::string& is)
{
    if (was == is)
        return html(reader, is);
    return html(reader, when(!was.empty(), [&] { return html(reader, "<del>", was, "</del> "); }),
                when(!is.empty(), [&] { return html(reader, "<ins>", is, "</ins>"); }));
}

inline web::Html change_entry(const web::Reader& reader, const ItemChange& change)
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
                change.is ? item_chip(reader, is.state) : html(reader, tr("taken away")),
                when(!columns.empty(),
                     [&] { return html(reader, "<dl class=\"facts\">", columns, "</dl>"); }),
                "</li>\n");
}

// Since this side last looked.
inline web::Html what_moved(const web::Desk& desk, const Party& party, const TermsPage& page)
{
    const auto& reader = desk.reader();
    const auto& revisions = page.terms.revisions();
    if (page.seen >= page.terms.number())
        return {};
    static const std::vector<Item> nothing;
    const auto& older =
        page.seen == 0 ? nothing : revisions[static_cast<std::size_t>(page.seen - 1)].items;
    auto changes = changes_between(older, page.terms.items());
    std::erase_if(changes, [](const ItemChange& change) { return !change.moved(); });
    return html(
        reader, "<section class=\"note\"><h2 class=\"h3\">",
        tr("What changed since you last looked"), "</h2>\n<ul class=\"list\">",
        each(changes, [&](const ItemChange& change) { return change_entry(reader, change); }),
        "</ul>",
        act_button(desk, meeting_address(party, page.meeting) + "/terms/seen",
                   {{"number", std::to_string(page.terms.number())}}, tr("I have seen this"),
                   "plain"),
        "</section>\n");
}

// The items as they stand, for whoever waits or reads.
inline web::Html terms_table(const web::Reader& reader, const std::vector<Item>& items)
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
                                     item_chip(reader, item.state), "</td></tr>\n");
                     }),
                "</tbody></table>\n");
}

inline web::Html confirm_part(const web::Desk& desk, const Party& party, const TermsPage& page)
{
    const auto& reader = desk.reader();
    const auto& terms = page.terms;
    if (!terms.all_agreed())
        return {};
    const auto line = [&](Side side) {
        const auto* confirmed = terms.confirmed_by(side);
        return html(reader, "<li>", name_at(reader, party.all, page.meeting.delegation(side)), ": ",
                    confirmed ? html(reader, tr("confirmed by its head"), " ",
                                     forum::moment(reader, confirmed->at))
                              : html(reader, tr("not confirmed yet")),
                    "</li>");
    };
    return html(reader, "<section class=\"card\"><h2 class=\"h3\">", tr("Both heads confirm"),
                "</h2>\n<ul class=\"list\">", each(terms.sides(), line), "</ul>\n",
                when(!terms.confirmed_by(page.side),
                     [&] {
                         return act_button(desk, desk.address() + "/confirm",
                                           {{"seen", std::to_string(terms.number())}},
                                           tr("Our head confirms these terms"), "");
                     }),
                when(terms.is_frozen(),
                     [&] {
                         return html(reader, "<p>", tr("These terms are frozen. Their hash:"),
                                     "<br><code>", terms.confirmed_by(terms.sides().front())->hash,
                                     "</code></p>\n<p><a class=\"button\" href=\"",
                                     meeting_address(party, page.meeting), "/agreement\">",
                                     tr("To the agreement"), "</a></p>");
                     }),
                "</section>\n");
}

inline web::Html revision_list(const web::Reader& reader, const Party& party, const TermsPage& page)
{
    web::Html all;
    const auto& revisions = page.terms.revisions();
    static const std::vector<Item> nothing;
    for (std::size_t n = revisions.size(); n > 0; --n) {
        const auto& revision = revisions[n - 1];
        auto changes = changes_between(n > 1 ? revisions[n - 2].items : nothing, revision.items);
        std::erase_if(changes, [](const ItemChange& change) { return !change.moved(); });
        all += html(
            reader, "<li><details><summary>",
            tr("Revision {number}", {{"number", std::to_string(revision.number)}}), ", ",
            words_of(reader, party.all, page.meeting.delegation(revision.side)), ", ",
            forum::moment(reader, revision.at), "</summary>\n<ul class=\"list\">",
            each(changes, [&](const ItemChange& change) { return change_entry(reader, change); }),
            "</ul></details></li>\n");
    }
    return when(!revisions.empty(), [&] {
        return html(reader, "<section><h2 class=\"h3\">", tr("All revisions"),
                    "</h2>\n<ol class=\"list\">", all, "</ol></section>\n");
    });
}

}  // namespace sala::bilateral
