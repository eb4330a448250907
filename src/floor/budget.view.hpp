// SPDX-License-Identifier: Apache-2.0
//
// What is left of the minutes that a delegation has altogether, for the chair: beside each name in
// the list, and for all delegations in one table.

#pragma once

#include "floor/planned_time.hpp"
#include "floor/speaker.view.hpp"

namespace sala::floor {

// Behind a name: "minutes of the delegation: 2:00 left of 10:00", where the rules set a budget and
// it is a delegation.
inline Html budget_mark(const Reader& reader, const Hall& hall, const Entry& entry)
{
    return when(hall.rules.budget_seconds > 0 && entry.delegation != 0, [&] {
        const auto left =
            budget_of(hall.floor, hall.rules, entry.delegation).left_of(hall.rules.budget_seconds);
        return html(reader, " <span class=\"small\" data-budget>",
                    tr("minutes of the delegation: {left} left of {whole}",
                       {{"left", spent_words(std::chrono::seconds{left})},
                        {"whole", spent_words(std::chrono::seconds{hall.rules.budget_seconds})}}),
                    "</span>");
    });
}

// The programme may promise more than a delegation has. Nothing waits for that; the chair knows it.
inline Html over_budget_note(const Reader& reader, const Hall& hall)
{
    const auto over = over_budget(hall);
    const auto whole = spent_words(std::chrono::seconds{hall.rules.budget_seconds});
    return when(!over.empty(), [&] {
        return html(reader, "<div class=\"note\" data-is=\"conflict\"><p>",
                    tr("More is planned than the {whole} that a delegation has altogether:",
                       {{"whole", whole}}),
                    "</p><ul>",
                    each(over,
                         [&](const OverBudget& one) {
                             return html(reader, "<li>",
                                         hall.names.delegation(one.delegation)->name, ", ",
                                         spent_words(std::chrono::seconds{one.seconds}), "</li>");
                         }),
                    "</ul></div>\n");
    });
}

inline Html budget_row(const Reader& reader, const Hall& hall, const DelegationName& delegation)
{
    const auto budget = budget_of(hall.floor, hall.rules, delegation.id);
    const auto cell = [&](const Sentence& column, std::int64_t seconds) {
        return html(reader, "<td data-th=\"", column, "\">",
                    spent_words(std::chrono::seconds{seconds}), "</td>");
    };
    return html(reader, "<tr><th scope=\"row\">", delegation.name, "</th>",
                cell(tr("Spoke"), budget.spoken), cell(tr("Promised"), budget.promised),
                cell(tr("Left"), budget.left_of(hall.rules.budget_seconds)), "</tr>\n");
}

// Every delegation of the forum: one that has not spoken has all of it.
inline Html budgets_part(const Reader& reader, const Hall& hall)
{
    const auto whole = std::chrono::seconds{hall.rules.budget_seconds};
    return when(hall.rules.budget_seconds > 0, [&] {
        return html(
            reader, "<details id=\"budgets\"><summary>", tr("Minutes of each delegation"),
            "</summary>\n<p class=\"soft small\">",
            tr("A delegation has {whole} altogether. Promised is what it waits or asks for.",
               {{"whole", spent_words(whole)}}),
            "</p>\n<table class=\"fold\"><thead><tr><th scope=\"col\">", tr("Delegation"),
            "</th><th scope=\"col\">", tr("Spoke"), "</th><th scope=\"col\">", tr("Promised"),
            "</th><th scope=\"col\">", tr("Left"), "</th></tr></thead>\n<tbody>",
            each(hall.names.delegations(),
                 [&](const DelegationName& one) { return budget_row(reader, hall, one); }),
            "</tbody></table></details>\n");
    });
}

}  // namespace sala::floor
