// SPDX-License-Identifier: Apache-2.0
//
// What the chair may take over into the list of those who wait: what the programme says by now, and
// the minutes of the rules.

#pragma once

#include "floor/console_rows.view.hpp"
#include "floor/minutes.hpp"
#include "floor/programme_changes.hpp"

namespace sala::floor {

inline Sentence change_sentence(const Reader& reader, const Hall& hall,
                                const ProgrammeChange& change)
{
    const auto coming = change.is_new() ? Entry{} : *change.entry;
    const auto* delegation =
        change.is_new() ? hall.names.delegation(change.planned->delegation) : nullptr;
    const auto* person = change.is_new() ? hall.names.person(change.planned->person) : nullptr;
    const auto& name = !change.is_new() ? place_of(hall, coming)
                       : delegation     ? delegation->name
                       : person         ? person->name
                                        : change.planned->title;
    const auto words = [&](std::int64_t seconds) {
        return spent_words(std::chrono::seconds{seconds});
    };
    const Arguments who{{"who", name.words(reader.language)},
                        {"time", words(change.is_gone() ? 0 : change.planned->seconds)},
                        {"before", words(coming.seconds)}};
    return change.is_gone()  ? tr("{who} does not speak any more", who)
           : change.is_new() ? tr("{who} has come in", who)
                             : tr("{who} has {time}, in the list {before}", who);
}

// Differences between the list and the programme it was taken over from.
inline Html changes_part(const Reader& reader, const Hall& hall)
{
    const auto changes = programme_changes(hall);
    return when(!changes.empty(), [&] {
        return html(reader, "<div class=\"note\" data-is=\"adjusted\"><p>",
                    tr("The programme has changed since the list was taken over:"), "</p><ul>",
                    each(changes,
                         [&](const ProgrammeChange& one) {
                             return html(reader, "<li>", change_sentence(reader, hall, one),
                                         "</li>\n");
                         }),
                    "</ul></div>\n");
    });
}

// "3:00", or both where a group has others.
inline std::string minutes_of_rules(const Rules& rules)
{
    const auto one = spent_words(std::chrono::seconds{rules.of(Kind::statement).seconds});
    const auto group = spent_words(std::chrono::seconds{rules.of(Kind::group).seconds});
    return one == group ? one : one + " / " + group;
}

inline Html allot_button(const Reader& reader, const Hall& hall)
{
    return key_button(
        reader, "allot",
        tr("Give all who wait {time}, as in the rules", {{"time", minutes_of_rules(hall.rules)}}),
        "");
}

inline Html other_minutes_line(const Reader& reader, std::size_t many)
{
    return html(reader, "<p class=\"soft small\">",
                tr_count("{count} of those who wait has other minutes than the rules give.",
                         "{count} of those who wait have other minutes than the rules give.", many),
                "</p>\n");
}

// Below the list of the console.
inline Html taking_over_part(const Reader& reader, const Hall& hall, bool is_whole)
{
    const auto others = with_other_minutes(hall.floor, hall.rules).size();
    return html(
        reader, changes_part(reader, hall),
        when(others > 0, [&] { return other_minutes_line(reader, others); }), "<p class=\"row\">",
        key_button(reader, "fill", tr("Take over from the programme"), ""),
        when(others > 0, [&] { return allot_button(reader, hall); }),
        when(is_whole && hall.floor.list().size() > 1,
             [&] { return key_button(reader, "order", tr("Put in the order of the rules"), ""); }),
        "</p>");
}

// Below the rules, which say what whoever comes in from now on is given.
inline Html allot_form(const web::Desk& desk, const Hall& hall)
{
    const auto& reader = desk.reader();
    const auto others = with_other_minutes(hall.floor, hall.rules).size();
    const bool closed = hall.floor.phase() == Floor::Phase::closed;
    return when(others > 0 && !closed, [&] {
        return html(reader, "<form class=\"card\" method=\"post\" action=\"", hall.address(),
                    "/chair\">", form_head(desk, hall), other_minutes_line(reader, others), "<p>",
                    allot_button(reader, hall), "</p></form>\n");
    });
}

}  // namespace sala::floor
