// SPDX-License-Identifier: Apache-2.0
//
// A day as a timetable: rooms across, time down, each sitting with its first speakers.

#pragma once

#include "programme/entry.view.hpp"
#include "programme/programme_grid.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace sala::programme {

// What the views need to know beside the programme.
struct Reading {
    const Reader& reader;
    const Programme& programme;
    std::string forum;                  // "/phnom-penh-2022"
    std::set<std::string> in_conflict;  // "intervention:key", "sitting:key"
    std::optional<script::Clock> now;   // on a day of the forum

    bool conflict(const std::string& thing) const { return in_conflict.count(thing) > 0; }
};

inline constexpr std::size_t slots_shown = 10;

inline Html body_mark(const Reading& reading, int body)
{
    if (body == 0)
        return {};
    return html(reading.reader, "<span class=\"body\" data-body=\"", body, "\">",
                reading.programme.bodies[static_cast<std::size_t>(body) - 1].abbreviation,
                "</span> ");
}

inline Html room_words(const Reading& reading, const Sitting& sitting)
{
    const auto* room = reading.programme.room(sitting.room);
    return room ? html(reading.reader, room->name) : Html{};
}

inline Html slot_list(const Reading& reading, const Sitting& sitting,
                      std::span<const Intervention> speeches, const Html& kind)
{
    return html(reading.reader, "<ol class=\"slots", kind, "\">",
                each(speeches,
                     [&](const Intervention& one) {
                         return speech_line(reading.reader, reading.forum, sitting, one,
                                            reading.conflict("intervention:" + one.key));
                     }),
                "</ol>");
}

// The first few, and a link to the others; on paper, where nobody can follow it, all of them.
inline Html slots(const Reading& reading, const Sitting& sitting)
{
    const std::span all(sitting.interventions);
    if (all.empty() || says_sitting_again(sitting, all.front()))
        return {};
    const auto& reader = reading.reader;
    auto first = slot_list(reading, sitting, all.first(std::min(slots_shown, all.size())), {});
    if (all.size() <= slots_shown)
        return first;
    return html(reader, first,
                slot_list(reading, sitting, all.subspan(slots_shown), html(reader, " on-paper")),
                "<p class=\"small screen\"><a href=\"", reading.forum, "/sittings/", sitting.key,
                "\">",
                tr_count("{count} more speaker", "{count} more speakers", all.size() - slots_shown),
                "</a></p>");
}

inline Html sitting_entry(const Reading& reading, const Sitting& sitting)
{
    const auto& reader = reading.reader;
    const auto facts = sitting_facts(reader, sitting);
    return html(
        reader, "<article class=\"sitting\" data-body=\"", sitting.body, "\"",
        when(sitting.cancelled, [&] { return html(reader, " data-is=\"cancelled\""); }), ">",
        "<p class=\"room small soft\">", body_mark(reading, sitting.body),
        room_words(reading, sitting), "</p><h3><a href=\"", reading.forum, "/sittings/",
        sitting.key, "\">", cancelled_words(reader, sitting.cancelled, html(reader, sitting.title)),
        "</a>", certainty_chip(reader, sitting.certainty), "</h3><p class=\"small\">",
        span_mark(reader, sitting.time),
        when(sitting.time.start && !facts.empty(), [&] { return html(reader, ", "); }), facts,
        when(sitting.room.empty() && sitting.kind != "meal",
             [&] {
                 return html(
                     reader,
                     when(sitting.time.start || !facts.empty(), [&] { return html(reader, ", "); }),
                     tr("no room given"));
             }),
        "</p>",
        when(!sitting.agenda.empty(),
             [&] {
                 return html(reader, "<ul class=\"dash small\">",
                             each(sitting.agenda,
                                  [&](const AgendaItem& item) {
                                      return html(reader, "<li>",
                                                  words_in(reader, sitting, item.cancelled,
                                                           html(reader, item.title)),
                                                  "</li>");
                                  }),
                             "</ul>");
             }),
        slots(reading, sitting), "</article>");
}

inline Html grid_head(const Reading& reading, const ProgrammeDay& day, const Grid& grid)
{
    const auto& reader = reading.reader;
    // A room that one body has for the whole day carries the body's mark.
    const auto only_body = [&](const ProgrammeRoom* room) {
        std::set<int> bodies;
        for (const auto& sitting : day.sittings)
            if (room && sitting.room == room->key && sitting.body > 0)
                bodies.insert(sitting.body);
        return bodies.size() == 1 ? *bodies.begin() : 0;
    };
    return html(reader, "<thead><tr><th scope=\"col\">", tr("Time"), "</th>",
                each(grid.rooms,
                     [&](const ProgrammeRoom* room) {
                         return html(reader, "<th scope=\"col\">",
                                     body_mark(reading, only_body(room)), "<small>",
                                     room ? html(reader, room->name)
                                          : html(reader, tr("Elsewhere")),
                                     "</small></th>");
                     }),
                "</tr></thead>");
}

inline bool is_now(const Reading& reading, const ProgrammeDay& day, const Grid& grid,
                   std::size_t row)
{
    if (!reading.now || reading.now->day != day.day)
        return false;
    const auto minutes = reading.now->minutes_since_midnight();
    return grid.starts[row] <= minutes &&
           (row + 1 == grid.starts.size() || minutes < grid.starts[row + 1]);
}

inline Html grid_row(const Reading& reading, const ProgrammeDay& day, const Grid& grid,
                     std::size_t row)
{
    const auto& reader = reading.reader;
    const bool now = is_now(reading, day, grid, row);
    Html line;
    append(line, reader, "<tr", when(now, [&] { return html(reader, " data-now"); }),
           "><th scope=\"row\" class=\"hour\"><time>", clock_words(reader, grid.starts[row]),
           "</time>",
           when(now,
                [&] {
                    return html(reader, "<br><span class=\"chip\" data-is=\"now\">", tr("Now"),
                                "</span>");
                }),
           "</th>");
    for (const auto& cell : grid.cells[row]) {
        if (!cell)
            continue;
        append(line, reader, "<td",
               when(cell->rows > 1, [&] { return html(reader, " rowspan=\"", cell->rows, "\""); }),
               when(cell->columns > 1,
                    [&] { return html(reader, " colspan=\"", cell->columns, "\""); }),
               ">",
               each(cell->sittings,
                    [&](const Sitting* sitting) { return sitting_entry(reading, *sitting); }),
               "</td>");
    }
    append(line, reader, "</tr>\n");
    return line;
}

inline Html day_grid(const Reading& reading, const ProgrammeDay& day)
{
    const auto& reader = reading.reader;
    const auto grid = grid_of(reading.programme, day);
    Html rows;
    for (std::size_t row = 0; row < grid.starts.size(); ++row)
        rows += grid_row(reading, day, grid, row);
    const bool wide = grid.rooms.size() > 4;
    return html(
        reader,
        when(wide,
             [&] {
                 return html(
                     reader, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"",
                     tr("Programme by room, {day}",
                        {{"day",
                          script::render_day(day.day, script::DateStyle::for_reader(
                                                          reader.language,
                                                          script::DateForm::full_with_weekday))}}),
                     "\">");
             }),
        "<table class=\"grid\"><caption class=\"unseen\">", tr("Programme by room and time"),
        "</caption>", grid_head(reading, day, grid), "<tbody>\n", rows, "</tbody></table>",
        when(wide, [&] { return html(reader, "</div>"); }), when(!grid.without_time.empty(), [&] {
            return html(reader, "<h3>", tr("Without a time"), "</h3>",
                        each(grid.without_time, [&](const Sitting* sitting) {
                            return sitting_entry(reading, *sitting);
                        }));
        }));
}

}  // namespace sala::programme
