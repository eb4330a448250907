// SPDX-License-Identifier: Apache-2.0
//
// The planning page of the secretariat: slots by desks, who waits between meetings, what is not
// placed and why, what came in the way of a place, how far the planner is.

#pragma once

#include "bilateral/meetings.view.hpp"
#include "bilateral/plan_grid.view.hpp"

namespace sala::bilateral {

// A meeting and why something is wrong with it; it can be dragged into the grid from here.
inline web::Html meeting_note(const web::Reader& reader, const forum::Forum& forum,
                              const PlanPage& page, const Meeting& meeting,
                              const std::vector<Sentence>& why)
{
    const auto number = meeting.id().word();
    return html(reader, "<div class=\"note\" data-is=\"conflict\"><h3><a href=\"",
                plan_address(forum), "/move?meeting=", number, "\" data-meeting=\"", number, "\">",
                pair_of(reader, page.timetable, meeting), "</a></h3><ul>",
                each(why, [&](const Sentence& one) { return html(reader, "<li>", one, "</li>"); }),
                "</ul></div>\n");
}

inline web::Html unplaced_list(const web::Reader& reader, const forum::Forum& forum,
                               const PlanPage& page)
{
    std::vector<const Meeting*> unplaced;
    for (const auto& meeting : page.timetable.meetings)
        if (!page.timetable.place_of(meeting.id()))
            unplaced.push_back(&meeting);
    return html(reader, "<section class=\"stack\"><h2 class=\"h3\">",
                page.timetable.meetings.empty() ? tr("No meeting is agreed yet")
                : unplaced.empty()              ? tr("Every meeting is placed")
                                                : tr_count("{count} meeting is not placed",
                                                           "{count} meetings are not placed", unplaced.size()),
                "</h2>\n",
                each(unplaced,
                     [&](const Meeting* meeting) {
                         return meeting_note(reader, forum, page, *meeting,
                                             why_unplaced(page.timetable, reader, *meeting));
                     }),
                "</section>\n");
}

// Meetings whose place does not do any more; nothing is moved by itself.
inline web::Html standing_in_the_way(const web::Reader& reader, const forum::Forum& forum,
                                     const PlanPage& page)
{
    std::vector<InTheWay> placed;
    for (const auto& one : page.in_the_way)
        if (one.place)
            placed.push_back(one);
    return when(!placed.empty(), [&] {
        return html(reader, "<section class=\"stack\"><h2 class=\"h3\">",
                    tr_count("{count} meeting cannot stay where it is",
                             "{count} meetings cannot stay where they are", placed.size()),
                    "</h2>\n",
                    each(placed,
                         [&](const InTheWay& one) {
                             return meeting_note(reader, forum, page, *one.meeting, one.why);
                         }),
                    "</section>\n");
    });
}

// Pinned meetings that the planner could not leave where they were.
inline web::Html let_go_note(const web::Reader& reader, const PlanPage& page)
{
    if (!page.run)
        return {};
    return each(page.run->let_go, [&](Id<Meeting> number) {
        const auto* meeting = page.timetable.meeting(number);
        return when(meeting != nullptr, [&] {
            return html(
                reader, "<p class=\"note\" data-is=\"conflict\">",
                tr("{pair} was pinned and could not stay in its slot. The pin was let go.",
                   {{"pair", words_of(reader, page.timetable.all, meeting->delegations(), " – ")}}),
                "</p>\n");
        });
    });
}

inline bool every_meeting_is_placed(const PlanPage& page)
{
    const auto& meetings = page.timetable.meetings;
    return !meetings.empty() &&
           std::all_of(meetings.begin(), meetings.end(), [&](const Meeting& meeting) {
               return page.timetable.place_of(meeting.id()) != nullptr;
           });
}

// 10 to 20 of a hundred places are kept free for what nobody foresees.
inline web::Html spare_note(const web::Reader& reader, const PlanPage& page)
{
    const auto all = page.timetable.places_in_all();
    std::size_t taken = 0;
    for (const auto& place : page.timetable.places)
        if (const auto* meeting = page.timetable.meeting(place.meeting))
            taken += static_cast<std::size_t>(meeting->manner().slots);
    if (all == 0)
        return {};  // what is missing is said above
    const auto spare = 100 - static_cast<int>(100 * std::min(taken, all) / all);
    return html(
        reader, "<p",
        when(spare < 10, [&] { return html(reader, " class=\"note\" data-is=\"conflict\""); }), ">",
        tr("{taken} of {all} places are taken; {spare} in a hundred are spare.",
           {{"taken", std::to_string(taken)},
            {"all", std::to_string(all)},
            {"spare", std::to_string(spare)}}),
        when(spare < 10,
             [&] {
                 return html(
                     reader, " ",
                     tr("Keep 10 to 20 in a hundred for what nobody foresees: add desks or time."));
             }),
        when(spare > 20 && every_meeting_is_placed(page),
             [&] {
                 return html(reader, " ",
                             tr("10 to 20 in a hundred are enough for what nobody foresees: some "
                                "desks may be given away, or there is room for more meetings."));
             }),
        "</p>\n");
}

inline std::vector<web::Field> fields_of_publishing()
{
    return {web::choice("kind", tr("Publish as"),
                        {{"preliminary", tr("preliminary")}, {"final", tr("final")}}),
            web::hidden("version"),
            web::tick("despite", tr("Publish as final all the same, with what is in the way"))
                .optional()};
}

inline web::Html publish_button(const web::Desk& desk, const forum::Forum& forum,
                                const PlanPage& page, const std::string& kind,
                                const Sentence& label)
{
    const auto& reader = desk.reader();
    const bool asks = kind == "final" && !page.in_the_way.empty();
    return html(reader, "<form method=\"post\" action=\"", plan_address(forum), "/publish\">",
                web::csrf_field(desk), "<input type=\"hidden\" name=\"kind\" value=\"", kind,
                "\"><input type=\"hidden\" name=\"version\" value=\"", page.timetable.version,
                "\">",
                when(asks, [&] { return web::field_of(desk, fields_of_publishing().back()); }),
                "<button type=\"submit\" data-kind=\"plain\">", label, "</button></form>\n");
}

// Who would have to be told by other means, because a letter finds nobody.
inline web::Html unheard_note(const web::Reader& reader, const forum::Forum& forum,
                              const PlanPage& page)
{
    return when(!page.unheard.empty(), [&] {
        return html(
            reader, "<div class=\"note\"><p>",
            tr("No letter reaches {names}: they have meetings, and nobody speaks for them. Tell "
               "them yourself, or name a focal point before you publish.",
               {{"names", words_of(reader, page.timetable.all, page.unheard)}}),
            "</p><p><a href=\"", forum.address(), "/roles\">", tr("Who may do what"),
            "</a></p></div>\n");
    });
}

// Papers of what is published; before, there is nothing on them.
inline web::Html links_to_sheets(const web::Reader& reader, const forum::Forum& forum)
{
    return html(reader, "<li><a href=\"", forum.address(), "/bilaterals/sheets.pdf\">",
                tr("Sheets of all delegations"), "</a></li><li><a href=\"", forum.address(),
                "/bilaterals/desk-sheets.pdf\">", tr("Sheets of all desks"), "</a></li>");
}

inline web::Html publish_part(const web::Desk& desk, const forum::Forum& forum,
                              const PlanPage& page)
{
    const auto& reader = desk.reader();
    const auto published = page.published.number == 0
                               ? html(reader, tr("Nothing is published yet."))
                               : html(reader,
                                      page.published.is_final ? tr("Published as final")
                                                              : tr("Published as preliminary"),
                                      ", ", forum::moment(reader, page.published.at));
    return html(
        reader, "<section class=\"card\" id=\"publish\" data-live=\"plan:", forum.slug,
        "\"><h2 class=\"h3\">", tr("Publish"), "</h2>\n<p>", published, "</p>\n<p><a href=\"",
        plan_address(forum), "/compare\">", tr("Compare the draft with what is published"),
        "</a></p>\n", unheard_note(reader, forum, page), "<div class=\"row\">",
        publish_button(desk, forum, page, "preliminary", tr("Publish as preliminary")),
        publish_button(desk, forum, page, "final", tr("Publish as final")),
        "</div>\n<ul class=\"list\">",
        when(!page.published.entries.empty(), [&] { return links_to_sheets(reader, forum); }),
        "<li><a href=\"", forum.address(), "/bilaterals/clock\">",
        tr("Clock of the slots, for a wall"), "</a>",
        when(page.published.number > 0,
             [&] {
                 return html(reader, "<br><small class=\"soft\">",
                             tr("Nobody has to sign in there; it names nobody."), "</small>");
             }),
        "</li></ul></section>\n");
}

// What is said of the place one holds a meeting over; the island fills it.
inline web::Html drag_line(const web::Reader& reader)
{
    return html(reader, "<p class=\"said-here\" role=\"status\" data-plan-says data-fits=\"",
                tr("Nothing is in the way. Let go, or press Enter."), "\" data-taken-up=\"",
                tr("Taken up. Choose a place; Escape puts it back."), "\" hidden>",
                tr("Drag a meeting to another place, or press the space bar on it and choose the "
                   "place with "
                   "the arrow keys. What is in the way is said here."),
                "</p>\n");
}

inline web::Page plan_page(const web::Desk& desk, const forum::Forum& forum, const PlanPage& page)
{
    const auto& reader = desk.reader();
    const auto ready = can_be_asked(page.timetable);
    auto body = html(
        reader, "<h1>", tr("Timetable of bilateral meetings"), "</h1>\n",
        places_of_bilaterals(reader, forum), web::refused_note(desk),
        when(
            !ready,
            [&] { return html(reader, "<p class=\"note\">", ready.refusal().sentence, "</p>\n"); }),
        "<div class=\"beside planning\">\n<div class=\"stack\">\n",
        when(page.timetable.places_in_all() > 0, [&] { return drag_line(reader); }),
        "<div class=\"stack\" id=\"plan\" data-live=\"plan:", forum.slug, "\">\n",
        spare_note(reader, page),
        when(page.timetable.places_in_all() > 0, [&] { return plan_grid(reader, forum, page); }),
        afternoons(reader, page.timetable), "</div></div>\n<div class=\"stack\">\n",
        solver_part(desk, forum, page.run),
        "<div class=\"stack\" id=\"unplaced\" data-live=\"plan:", forum.slug, "\">",
        let_go_note(reader, page), standing_in_the_way(reader, forum, page),
        unplaced_list(reader, forum, page), "</div>\n", publish_part(desk, forum, page),
        "</div>\n</div>\n");
    return {.title = reader.say(tr("Timetable of bilateral meetings")) + ", " +
                     forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "bilaterals")};
}

}  // namespace sala::bilateral
