// SPDX-License-Identifier: Apache-2.0
//
// The sheet of terms as one side sees it: how far apart both still are, what moved since it last
// looked, and the fields to answer in.

#pragma once

#include "bilateral/heads.hpp"
#include "bilateral/terms_item.view.hpp"
#include "forum/row_field.view.hpp"

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
    return html(reader, "<section class=\"note\"><h2 class=\"h3\">",
                tr("What changed since you last looked"), "</h2>\n",
                change_list(reader, party, page.meeting, older, page.terms.items()),
                act_button(desk, meeting_address(party, page.meeting) + "/terms/seen",
                           {{"number", std::to_string(page.terms.number())}},
                           tr("I have seen this"), "plain"),
                "</section>\n");
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
        : page.terms.confirms_anew(side)
            ? tr("has to confirm anew, because somebody takes no part any more")
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
        const auto& older = n > 1 ? revisions[n - 2].items : nothing;
        all += html(reader, "<li><details><summary>",
                    tr("Revision {number}", {{"number", std::to_string(revision.number)}}), ", ",
                    words_of(reader, party.all, page.meeting.delegation(revision.side)), ", ",
                    forum::moment(reader, revision.at), "</summary>\n",
                    change_list(reader, party, page.meeting, older, revision.items),
                    "</details></li>\n");
    }
    return when(!revisions.empty(), [&] {
        return html(reader, "<section><h2 class=\"h3\">", tr("All revisions"),
                    "</h2>\n<ol class=\"list\">", all, "</ol></section>\n");
    });
}

}  // namespace sala::bilateral
