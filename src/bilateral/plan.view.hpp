// SPDX-License-Identifier: Apache-2.0
//
// The planning page of the secretariat: slots by desks, who waits between meetings, what is not
// placed and why, how far the planner is.

#pragma once

#include "bilateral/meetings.view.hpp"
#include "bilateral/run.view.hpp"

namespace sala::bilateral {

struct PlanPage {
    Timetable timetable;
    std::optional<PlanRun> run;
    Released published;
};

inline web::Html pair_of(const web::Reader& reader, const Timetable& timetable,
                         const Meeting& meeting)
{
    web::Html names;
    for (const auto delegation : meeting.delegations())
        names += html(reader, when(!names.empty(), [&] { return html(reader, "<br>"); }),
                      words_of(reader, timetable.all, delegation));
    return names;
}

// The meeting that is at this desk in this slot, or began before and is still on.
inline const Place* at_desk(const Timetable& timetable, int slot, const Desks& desks, int desk)
{
    for (const auto& place : timetable.places) {
        const auto* meeting = timetable.meeting(place.meeting);
        if (meeting && place.desks == desks.number && place.desk == desk && place.slot >= 0 &&
            place.slot <= slot && slot < place.slot + meeting->manner().slots)
            return &place;
    }
    return nullptr;
}

inline web::Html desk_cell(const web::Reader& reader, const forum::Forum& forum,
                           const PlanPage& page, int slot, const Desks& desks, int desk)
{
    const auto* place = at_desk(page.timetable, slot, desks, desk);
    const auto where =
        html(reader, " data-slot=\"",
             page.timetable.slots[static_cast<std::size_t>(slot)].begins.milliseconds(),
             "\" data-desks=\"", desks.number, "\" data-desk=\"", desk, "\"");
    if (!place)
        return html(reader, "<td", where, "><span class=\"unseen\">", tr("free"), "</span></td>");
    const auto* meeting = page.timetable.meeting(place->meeting);
    return html(
        reader, "<td", where, "><a href=\"", plan_address(forum),
        "/move?meeting=", place->meeting.word(), "\" data-meeting=\"", place->meeting.word(), "\"",
        when(place->pinned, [&] { return html(reader, " data-is=\"pinned\""); }), ">",
        pair_of(reader, page.timetable, *meeting),
        when(place->pinned, [&] { return html(reader, "<small>", tr("pinned"), "</small>"); }),
        when(place->slot != slot,
             [&] { return html(reader, "<small>", tr("goes on"), "</small>"); }),
        "</a></td>");
}

// With its day only where there are several.
inline std::string slot_label(const web::Reader& reader, const Timetable& timetable,
                              std::size_t slot)
{
    const auto& slots = timetable.slots;
    return slots.front().day == slots.back().day ? slot_words(reader, slots[slot])
                                                 : slot_with_day(reader, slots[slot]);
}

inline web::Html plan_grid(const web::Reader& reader, const forum::Forum& forum,
                           const PlanPage& page)
{
    const auto each_desk = [&](auto&& show) {
        web::Html all;
        for (const auto& desks : page.timetable.desks)
            for (int desk = 1; desk <= desks.count; ++desk)
                all += show(desks, desk);
        return all;
    };
    web::Html rows;
    for (int slot = 0; slot < static_cast<int>(page.timetable.slots.size()); ++slot)
        rows += html(reader, "<tr><th scope=\"row\">",
                     slot_label(reader, page.timetable, static_cast<std::size_t>(slot)), "</th>",
                     each_desk([&](const Desks& desks, int desk) {
                         return desk_cell(reader, forum, page, slot, desks, desk);
                     }),
                     "</tr>\n");
    return html(reader, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"",
                tr("Slots and desks"), "\"><table class=\"plan\" data-plan=\"", plan_address(forum),
                "\" data-version=\"", page.timetable.version, "\"><thead><tr><th scope=\"col\">",
                tr("Slot"), "</th>", each_desk([&](const Desks& desks, int desk) {
                    return html(
                        reader, "<th scope=\"col\">",
                        page.timetable.desk_words(reader, {{}, 0, desks.number, desk, false}),
                        "</th>");
                }),
                "</tr></thead>\n<tbody>", rows, "</tbody></table></div>\n");
}

// When each delegation meets and waits: filled and hatched.
inline web::Html afternoons(const web::Reader& reader, const PlanPage& page)
{
    const auto& timetable = page.timetable;
    web::Html heads;
    for (const auto& slot : timetable.slots)
        heads +=
            html(reader, "<th scope=\"col\">",
                 script::render_clock(slot.start / 60 % 24, slot.start % 60, Language::english()),
                 "</th>");
    web::Html rows;
    for (const auto& known : timetable.all) {
        planner::Slots busy = 0;
        for (const auto& place : timetable.places)
            if (const auto* meeting = timetable.meeting(place.meeting);
                meeting && place.slot >= 0 && meeting->meets(known.number))
                busy |= planner::slots_between(place.slot, place.slot + meeting->manner().slots);
        if (busy == 0)
            continue;
        web::Html cells;
        for (int slot = 0; slot < static_cast<int>(timetable.slots.size()); ++slot) {
            const bool idle = slot > planner::first_of(busy) && slot < planner::last_of(busy);
            cells += planner::has(busy, slot)
                         ? html(reader, "<td><i data-is=\"meets\"></i><span class=\"unseen\">",
                                tr("meets"), "</span></td>")
                     : idle ? html(reader, "<td><i data-is=\"idle\"></i><span class=\"unseen\">",
                                   tr("waits"), "</span></td>")
                            : html(reader, "<td></td>");
        }
        rows += html(reader, "<tr><th scope=\"row\">", known.words(reader), "</th>", cells,
                     "<td class=\"num\">", planner::breaks_of(busy), "</td></tr>\n");
    }
    return when(!rows.empty(), [&] {
        return html(
            reader, "<section class=\"stack\"><h2 class=\"h3\">", tr("Each delegation’s time"),
            "</h2><p class=\"soft\">", tr("Filled: meets. Hatched: waits between two meetings."),
            "</p><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"",
            tr("Each delegation’s time"), "\"><table class=\"day\"><thead><tr><th scope=\"col\">",
            tr("Delegation"), "</th>", heads, "<th scope=\"col\" class=\"num\">", tr("Breaks"),
            "</th></tr></thead>\n<tbody>", rows, "</tbody></table></div></section>\n");
    });
}

inline web::Html unplaced_list(const web::Reader& reader, const forum::Forum& forum,
                               const PlanPage& page)
{
    std::vector<const Meeting*> unplaced;
    for (const auto& meeting : page.timetable.meetings)
        if (const auto* place = page.timetable.place_of(meeting.id()); !place || place->slot < 0)
            unplaced.push_back(&meeting);
    return html(
        reader, "<section class=\"stack\"><h2 class=\"h3\">",
        page.timetable.meetings.empty() ? tr("No meeting is agreed yet")
        : unplaced.empty()              ? tr("Every meeting is placed")
                                        : tr_count("{count} meeting is not placed",
                                                   "{count} meetings are not placed", unplaced.size()),
        "</h2>\n",
        each(unplaced,
             [&](const Meeting* meeting) {
                 return html(
                     reader, "<div class=\"note\" data-is=\"conflict\"><h3><a href=\"",
                     plan_address(forum), "/move?meeting=", meeting->id().word(), "\">",
                     pair_of(reader, page.timetable, *meeting), "</a></h3><ul>",
                     each(why_unplaced(page.timetable, reader, *meeting),
                          [&](const Sentence& why) { return html(reader, "<li>", why, "</li>"); }),
                     "</ul></div>\n");
             }),
        "</section>\n");
}

// 10 to 20 of a hundred places are kept free for what nobody foresees.
inline web::Html spare_note(const web::Reader& reader, const PlanPage& page)
{
    const auto all = page.timetable.places_in_all();
    std::size_t taken = 0;
    for (const auto& place : page.timetable.places)
        if (const auto* meeting = page.timetable.meeting(place.meeting))
            taken += static_cast<std::size_t>(meeting->manner().slots);
    const auto spare = all == 0 ? 0 : 100 - static_cast<int>(100 * std::min(taken, all) / all);
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
        "</p>\n");
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
        reader, "<section class=\"card\"><h2 class=\"h3\">", tr("Publish"), "</h2>\n<p>", published,
        "</p>\n<p><a href=\"", plan_address(forum), "/compare\">",
        tr("Compare the draft with what is published"), "</a></p>\n<div class=\"row\">",
        act_button(desk, plan_address(forum) + "/publish",
                   {{"kind", "preliminary"}, {"version", std::to_string(page.timetable.version)}},
                   tr("Publish as preliminary"), "plain"),
        act_button(desk, plan_address(forum) + "/publish",
                   {{"kind", "final"}, {"version", std::to_string(page.timetable.version)}},
                   tr("Publish as final"), "plain"),
        "</div>\n<ul class=\"list\"><li><a href=\"", forum.address(), "/bilaterals/sheets.pdf\">",
        tr("Sheets of all delegations"), "</a></li><li><a href=\"", forum.address(),
        "/bilaterals/desk-sheets.pdf\">", tr("Sheets of all desks"), "</a></li><li><a href=\"",
        forum.address(), "/bilaterals/clock\">", tr("Clock of the slots, for a wall"),
        "</a></li></ul></section>\n");
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
        "<div class=\"beside wide\">\n<div class=\"stack\" id=\"plan\" data-live=\"plan:",
        forum.slug, "\">\n", spare_note(reader, page),
        when(page.timetable.places_in_all() > 0, [&] { return plan_grid(reader, forum, page); }),
        afternoons(reader, page), "</div>\n<div class=\"stack\">\n",
        solver_part(desk, forum, page.run), unplaced_list(reader, forum, page),
        publish_part(desk, forum, page), "</div>\n</div>\n");
    return {.title = reader.say(tr("Timetable of bilateral meetings")) + ", " +
                     forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "bilaterals")};
}

}  // namespace sala::bilateral
