// SPDX-License-Identifier: Apache-2.0
//
// The sheet of terms as one side sees it: how far apart both still are, what moved since it last
// looked, and the fields to answer in.

#pragma once

#include "bilateral/heads.hpp"
#include "bilateral/meeting_page.view.hpp"
#include "bilateral/terms_store.hpp"
#include "forum/row_field.view.hpp"

#include <functional>

namespace sala::bilateral {

struct TermsPage {
    Meeting meeting;
    Side side = Side::host;
    Terms terms;
    int seen = 0;                    // the newest revision this side has seen or written
    bool agreed = true;              // to meet; false: called off, and the terms stand confirmed
    std::map<Side, Head> confirmed;  // the heads who did, by name, as far as somebody is named
    std::optional<script::Day> stand_until = {};  // while they are not confirmed
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

inline Sentence how_far(std::size_t open, std::size_t all, bool confirmed)
{
    if (confirmed)
        return tr_count("{count} item, agreed and confirmed",
                        "{count} items, all agreed and confirmed", all);
    if (open == 0)
        return tr_count("{count} item, and it is agreed", "All {count} items are agreed", all);
    return tr("{open} of {all} items still to agree",
              {{"open", std::to_string(open)}, {"all", std::to_string(all)}});
}

inline Sentence how_far(const Terms& terms)
{
    if (terms.sides().size() > 2 && terms.open_items() > 0)
        return tr_count("{open} of {all} items still to agree; {count} answer is missing",
                        "{open} of {all} items still to agree; {count} answers are missing",
                        terms.answers_missing(),
                        {{"open", std::to_string(terms.open_items())},
                         {"all", std::to_string(terms.items().size())}});
    return how_far(terms.open_items(), terms.items().size(), terms.is_frozen());
}

// Who stands by frozen terms: heads, as far as somebody is named as such.
inline Sentence who_confirmed(const Terms& terms)
{
    const auto& sides = terms.sides();
    const bool has_heads = std::all_of(sides.begin(), sides.end(), [&](Side side) {
        const auto* one = terms.confirmed_by(side);
        return one && !one->head.empty();
    });
    if (!has_heads)
        return tr("All delegations have confirmed these terms.");
    return sides.size() > 2 ? tr("The heads of all delegations have confirmed these terms.")
                            : tr("Both heads have confirmed these terms.");
}

inline Sentence not_confirmed_yet(const Terms& terms)
{
    return terms.sides().size() > 2
               ? tr("The terms are not confirmed by the heads of all delegations yet.")
               : tr("The terms are not confirmed by both heads yet.");
}

// Why nothing is written here any more, though nothing is lost.
inline web::Html called_off_note(const web::Reader& reader, const TermsPage& page)
{
    return when(!page.agreed, [&] {
        return html(
            reader, "<p class=\"note\">",
            tr("This meeting was called off. What was confirmed stays here for all of you."),
            "</p>\n");
    });
}

// One box an item; the words beside it say the same.
inline web::Html steps_of(const web::Reader& reader, const Terms& terms)
{
    return when(!terms.items().empty(), [&] {
        return html(reader, "<p>", how_far(terms),
                    "</p>\n<div class=\"steps\" aria-hidden=\"true\">",
                    each(terms.items(),
                         [&](const Item& item) {
                             return html(reader, "<i data-is=\"", word(item.state), "\"></i>");
                         }),
                    "</div>\n");
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
    return html(reader, "<section class=\"note\"><h2 class=\"h3\">",
                tr("What changed since you last looked"), "</h2>\n<ul class=\"list\">",
                each(changes,
                     [&](const ItemChange& change) {
                         return change_entry(reader, party, page.meeting, change);
                     }),
                "</ul>",
                act_button(desk, meeting_address(party, page.meeting) + "/terms/seen",
                           {{"number", std::to_string(page.terms.number())}},
                           tr("I have seen this"), "plain"),
                "</section>\n");
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

// Whether a side confirmed, and whose word it is.
inline web::Html confirm_line(const web::Reader& reader, const Party& party, const TermsPage& page,
                              Side side)
{
    const auto* confirmed = page.terms.confirmed_by(side);
    const auto head = page.confirmed.find(side);
    const auto how =
        head != page.confirmed.end()
            ? tr("confirmed by its head, {name}", {{"name", head->second.words(reader.language)}})
        : !confirmed              ? tr("not confirmed yet")
        : confirmed->head.empty() ? tr("confirmed, without a head who is named")
                                  : tr("confirmed by its head");
    return html(reader, "<li>", name_at(reader, party.all, page.meeting.delegation(side)), ": ",
                how,
                when(confirmed != nullptr,
                     [&] { return html(reader, " ", forum::moment(reader, confirmed->at)); }),
                "</li>");
}

inline web::Html confirm_part(const web::Desk& desk, const Party& party, const TermsPage& page)
{
    const auto& reader = desk.reader();
    const auto& terms = page.terms;
    if (!terms.all_agreed())
        return {};
    const auto line = [&](Side side) { return confirm_line(reader, party, page, side); };
    return html(reader, "<section class=\"card\"><h2 class=\"h3\">",
                terms.sides().size() > 2 ? tr("The heads of all confirm")
                                         : tr("Both heads confirm"),
                "</h2>\n<ul class=\"list\">", each(terms.sides(), line), "</ul>\n",
                when(page.agreed && !terms.confirmed_by(page.side),
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
        all += html(reader, "<li><details><summary>",
                    tr("Revision {number}", {{"number", std::to_string(revision.number)}}), ", ",
                    words_of(reader, party.all, page.meeting.delegation(revision.side)), ", ",
                    forum::moment(reader, revision.at), "</summary>\n<ul class=\"list\">",
                    each(changes,
                         [&](const ItemChange& change) {
                             return change_entry(reader, party, page.meeting, change);
                         }),
                    "</ul></details></li>\n");
    }
    return when(!revisions.empty(), [&] {
        return html(reader, "<section><h2 class=\"h3\">", tr("All revisions"),
                    "</h2>\n<ol class=\"list\">", all, "</ol></section>\n");
    });
}

}  // namespace sala::bilateral
