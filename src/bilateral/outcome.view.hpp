// SPDX-License-Identifier: Apache-2.0
//
// What came of a meeting: whether it took place, and the record that only its two sides read.

#pragma once

#include "bilateral/terms.view.hpp"

namespace sala::bilateral {

inline web::Html outcome_entry(const web::Reader& reader, const Party& party,
                               const Meeting& meeting, const Outcome& outcome)
{
    return html(reader, "<li>", forum::moment(reader, outcome.at), " <span>",
                name_at(reader, party.all, meeting.delegation(outcome.side)), ": ",
                outcome.took_place ? tr("It took place") : tr("It did not"),
                when(!outcome.words.empty(), [&] { return html(reader, "<br>", outcome.words); }),
                when(!outcome.next_step.empty(),
                     [&] {
                         return html(reader, "<br><strong>", tr("Next step"),
                                     "</strong>: ", outcome.next_step);
                     }),
                "</span></li>\n");
}

inline web::Html outcome_list(const web::Reader& reader, const Party& party, const Meeting& meeting,
                              const std::vector<Outcome>& outcomes)
{
    return when(!outcomes.empty(), [&] {
        return html(reader, "<ol class=\"acts day-acts\">",
                    each(outcomes,
                         [&](const Outcome& outcome) {
                             return outcome_entry(reader, party, meeting, outcome);
                         }),
                    "</ol>\n");
    });
}

// Nothing more is noted of a meeting that was called off.
inline web::Html outcome_part(const web::Reader& reader, const Party& party, const Meeting& meeting,
                              const std::vector<Outcome>& outcomes, bool can_note)
{
    return when(can_note || !outcomes.empty(), [&] {
        return html(reader, "<section><h2 class=\"h3\">", tr("What came of it"), "</h2>\n",
                    outcome_list(reader, party, meeting, outcomes),
                    when(can_note,
                         [&] {
                             return html(reader, "<p><a href=\"", meeting_address(party, meeting),
                                         "/outcome\">", tr("Note what came of it"), "</a></p>");
                         }),
                    "</section>\n");
    });
}

// Of a meeting that was called off: what was noted of it before.
inline web::Page outcome_page(const web::Desk& desk, const Party& party, const Meeting& meeting,
                              const std::vector<Outcome>& outcomes)
{
    const auto& reader = desk.reader();
    const auto with =
        words_of(reader, party.all, meeting.whom_meets(*meeting.side_of(party.self.number)));
    auto body =
        html(reader,
             party_crumbs(
                 desk, party,
                 html(reader, "<a href=\"", meeting_address(party, meeting), "\">", with, "</a>")),
             "<h1>", tr("What came of it"), "</h1>\n<p>",
             tr("This meeting was called off: nothing more is noted of it."), "</p>\n",
             outcomes.empty() ? html(reader, "<p>", tr("Nothing was noted before."), "</p>\n")
                              : outcome_list(reader, party, meeting, outcomes));
    return party_page(desk, party, reader.say(tr("What came of it")), std::move(body));
}

// From an agreed meeting to its terms and its brief.
inline web::Html ways_on(const web::Reader& reader, const Party& party, const Meeting& meeting,
                         const Terms& terms)
{
    const auto address = meeting_address(party, meeting);
    return html(reader, "<section class=\"stack\"><h2 class=\"h3\">", tr("Terms"), "</h2>\n",
                terms.number() == 0 ? html(reader, "<p>", tr("Nothing is written yet."), "</p>\n")
                                    : steps_of(reader, terms),
                "<p class=\"row\"><a class=\"button\" data-kind=\"plain\" href=\"", address,
                "/terms\">", terms.number() == 0 ? tr("Propose terms") : tr("Open the terms"),
                "</a> <a href=\"", address, "/brief\">", tr("Brief of one page"), "</a>",
                when(terms.number() > 0,
                     [&] {
                         return html(reader, " <a href=\"", address, "/agreement\">",
                                     tr("Agreement"), "</a>");
                     }),
                "</p></section>\n");
}

}  // namespace sala::bilateral
