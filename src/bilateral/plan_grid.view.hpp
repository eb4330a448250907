// SPDX-License-Identifier: Apache-2.0
//
// Slots by desks, and everybody's afternoon: what the planning page shows of the draft.

#pragma once

#include "bilateral/conflicts.hpp"
#include "bilateral/run.view.hpp"
#include "web/unbroken_words.hpp"

namespace sala::bilateral {

struct PlanPage {
    Timetable timetable;
    std::optional<PlanRun> run;
    Released published;
    std::vector<InTheWay> in_the_way;
    std::vector<std::int64_t> unheard;  // delegations that meet, and nobody speaks for them

    const InTheWay* way_of(Id<Meeting> meeting) const
    {
        const auto found =
            std::find_if(in_the_way.begin(), in_the_way.end(),
                         [&](const InTheWay& one) { return one.meeting->id() == meeting; });
        return found == in_the_way.end() ? nullptr : &*found;
    }
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

inline web::Html small(const web::Reader& reader, const Sentence& words)
{
    return html(reader, "<small>", words, "</small>");
}

// A meeting at its desk; what came in its way since it was placed stands in the cell.
inline web::Html placed_meeting(const web::Reader& reader, const forum::Forum& forum,
                                const PlanPage& page, const Place& place, bool goes_on)
{
    const auto number = place.meeting.word();
    const auto* way = page.way_of(place.meeting);
    return html(reader, "<a href=\"", plan_address(forum), "/move?meeting=", number,
                "\" data-meeting=\"", number, "\"",
                when(way || place.pinned,
                     [&] {
                         return html(reader, " data-is=\"",
                                     std::string_view(way ? "conflict" : "pinned"), "\"");
                     }),
                ">", pair_of(reader, page.timetable, *page.timetable.meeting(place.meeting)),
                when(place.pinned, [&] { return small(reader, tr("pinned")); }),
                when(goes_on, [&] { return small(reader, tr("goes on")); }),
                when(way != nullptr,
                     [&] {
                         return each(way->why,
                                     [&](const Sentence& why) { return small(reader, why); });
                     }),
                "</a>");
}

inline web::Html desk_cell(const web::Reader& reader, const forum::Forum& forum,
                           const PlanPage& page, int slot, const Desks& desks, int desk)
{
    const auto* place = at_desk(page.timetable, slot, desks, desk);
    return html(reader, "<td data-slot=\"",
                page.timetable.slots[static_cast<std::size_t>(slot)].begins.milliseconds(),
                "\" data-desks=\"", desks.number, "\" data-desk=\"", desk, "\" data-th=\"",
                page.timetable.desk_words(reader, {{}, slot, desks.number, desk, false}), "\"",
                when(!place, [&] { return html(reader, " class=\"free\""); }), ">",
                place ? placed_meeting(reader, forum, page, *place, place->slot != slot)
                      : html(reader, "<span class=\"unseen\">", tr("free"), "</span>"),
                "</td>");
}

// With its day only where there are several.
inline std::string slot_label(const web::Reader& reader, const Timetable& timetable,
                              std::size_t slot)
{
    const auto& slots = timetable.slots;
    return slots.front().day == slots.back().day ? slot_words(reader, slots[slot])
                                                 : slot_with_day(reader, slots[slot]);
}

// The rooms, and below each its desks.
inline web::Html grid_head(const web::Reader& reader, const Timetable& timetable)
{
    web::Html rooms;
    web::Html numbers;
    for (const auto& desks : timetable.desks) {
        if (desks.count < 1)
            continue;
        rooms += html(reader, "<th scope=\"colgroup\" colspan=\"", desks.count, "\">",
                      desks.room.words(reader.language), "</th>");
        for (int desk = 1; desk <= desks.count; ++desk)
            numbers += html(reader, "<th scope=\"col\">",
                            tr("desk {number}", {{"number", std::to_string(desk)}}), "</th>");
    }
    return html(reader, "<thead><tr><th scope=\"col\" rowspan=\"2\">", tr("Slot"), "</th>", rooms,
                "</tr><tr>", numbers, "</tr></thead>\n");
}

inline web::Html plan_grid(const web::Reader& reader, const forum::Forum& forum,
                           const PlanPage& page)
{
    web::Html rows;
    for (int slot = 0; slot < static_cast<int>(page.timetable.slots.size()); ++slot) {
        rows += html(reader, "<tr><th scope=\"row\">",
                     web::unbroken(reader, slot_label(reader, page.timetable,
                                                      static_cast<std::size_t>(slot))),
                     "</th>");
        for (const auto& desks : page.timetable.desks)
            for (int desk = 1; desk <= desks.count; ++desk)
                rows += desk_cell(reader, forum, page, slot, desks, desk);
        rows += html(reader, "</tr>\n");
    }
    return html(reader, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"",
                tr("Slots and desks"), "\"><table class=\"plan\" data-plan=\"", plan_address(forum),
                "\" data-version=\"", page.timetable.version, "\">",
                grid_head(reader, page.timetable), "<tbody>", rows, "</tbody></table></div>\n");
}

// One row of slots: when a delegation, or the head of one, meets and waits.
inline web::Html afternoon_row(const web::Reader& reader, std::size_t slots, const std::string& who,
                               planner::Slots busy)
{
    web::Html cells;
    for (int slot = 0; slot < static_cast<int>(slots); ++slot) {
        const bool idle = slot > planner::first_of(busy) && slot < planner::last_of(busy);
        cells += planner::has(busy, slot)
                     ? html(reader, "<td><i data-is=\"meets\"></i><span class=\"unseen\">",
                            tr("meets"), "</span></td>")
                 : idle ? html(reader, "<td><i data-is=\"idle\"></i><span class=\"unseen\">",
                               tr("waits"), "</span></td>")
                        : html(reader, "<td></td>");
    }
    return html(reader, "<tr><th scope=\"row\">", who, "</th>", cells, "<td class=\"num\">",
                planner::breaks_of(busy), "</td></tr>\n");
}

// The slots in which it meets; of its head only those to which the head was asked.
inline planner::Slots busy_slots(const Timetable& timetable, std::int64_t delegation, bool head)
{
    planner::Slots busy = 0;
    for (const auto& place : timetable.places)
        if (const auto* meeting = timetable.meeting(place.meeting);
            meeting && meeting->meets(delegation) && (!head || meeting->manner().with_heads))
            busy |= planner::slots_between(place.slot, place.slot + meeting->manner().slots);
    return busy;
}

// The rows and, below them, how many breaks there are: as many as the planner counts, to which a
// head who waits is one more who waits.
struct Afternoons {
    web::Html rows;
    std::int64_t breaks = 0;
    bool heads_wait = false;
};
inline Afternoons afternoon_rows(const web::Reader& reader, const Timetable& timetable)
{
    Afternoons all;
    for (const auto& known : timetable.all) {
        const auto name = known.words(reader);
        const auto busy = busy_slots(timetable, known.number, false);
        if (busy == 0)
            continue;
        all.rows += afternoon_row(reader, timetable.slots.size(), name, busy);
        all.breaks += planner::breaks_of(busy);
        const auto head = busy_slots(timetable, known.number, true);
        if (head == 0 || planner::breaks_of(head) == 0)
            continue;
        all.heads_wait = true;
        all.breaks += planner::breaks_of(head);
        all.rows += afternoon_row(reader, timetable.slots.size(),
                                  reader.say(tr("{name}: its head", {{"name", name}})), head);
    }
    return all;
}

// When each delegation meets and waits: filled and hatched.
inline web::Html afternoons(const web::Reader& reader, const Timetable& timetable)
{
    web::Html heads;
    for (const auto& slot : timetable.slots)
        heads +=
            html(reader, "<th scope=\"col\">",
                 script::render_clock(slot.start / 60 % 24, slot.start % 60, Language::english()),
                 "</th>");
    const auto all = afternoon_rows(reader, timetable);
    return when(!all.rows.empty(), [&] {
        return html(
            reader, "<section class=\"stack\"><h2 class=\"h3\">", tr("Each delegation’s time"),
            "</h2><p class=\"soft\">", tr("Filled: meets. Hatched: waits between two meetings."),
            when(all.heads_wait,
                 [&] {
                     return html(reader, " ",
                                 tr("A head who waits is counted by the planner as one more who "
                                    "waits, so it has a row of its own."));
                 }),
            "</p><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"",
            tr("Each delegation’s time"), "\"><table class=\"day\"><thead><tr><th scope=\"col\">",
            tr("Delegation"), "</th>", heads, "<th scope=\"col\" class=\"num\">", tr("Breaks"),
            "</th></tr></thead>\n<tbody>", all.rows, "</tbody><tfoot><tr><th scope=\"row\">",
            tr("All together"), "</th>",
            each(timetable.slots, [&](const Slot&) { return html(reader, "<td></td>"); }),
            "<td class=\"num\">", all.breaks, "</td></tr></tfoot></table></div></section>\n");
    });
}

}  // namespace sala::bilateral
