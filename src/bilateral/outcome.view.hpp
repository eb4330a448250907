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

inline web::Html outcome_part(const web::Reader& reader, const Party& party, const Meeting& meeting,
                              const std::vector<Outcome>& outcomes)
{
    return html(reader, "<section><h2 class=\"h3\">", tr("What came of it"), "</h2>\n",
                when(!outcomes.empty(),
                     [&] {
                         return html(reader, "<ol class=\"acts day-acts\">",
                                     each(outcomes,
                                          [&](const Outcome& outcome) {
                                              return outcome_entry(reader, party, meeting, outcome);
                                          }),
                                     "</ol>\n");
                     }),
                "<p><a href=\"", meeting_address(party, meeting), "/outcome\">",
                tr("Note what came of it"), "</a></p></section>\n");
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
