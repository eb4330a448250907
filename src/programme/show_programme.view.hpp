// SPDX-License-Identifier: Apache-2.0
//
// The page of the programme: the ways to read it, what is said first, and which release it is.

#pragma once

#include "forum/forum_store.hpp"
#include "programme/conflicts.hpp"
#include "programme/programme_store.hpp"
#include "programme/programme_ways.view.hpp"
#include "web/frame.hpp"

namespace sala::programme {

inline Html conflict_notes(const Reading& reading, const std::vector<Conflict>& conflicts)
{
    return each(conflicts, [&](const Conflict& conflict) {
        return html(reading.reader, "<div class=\"note\" data-is=\"conflict\"><h2>", conflict.title,
                    "</h2><p>", conflict.sentence, " ",
                    tr("Both are kept until the secretariat decides."), "</p></div>\n");
    });
}

inline bool has_cities(const Programme& programme)
{
    for (const auto& day : programme.days)
        for (const auto& sitting : day.sittings)
            for (const auto& one : sitting.interventions)
                if (!one.speaker.city_key.empty())
                    return true;
    return false;
}

inline bool has_illustrative_times(const Programme& programme)
{
    for (const auto& day : programme.days)
        for (const auto& sitting : day.sittings) {
            if (sitting.time.illustrative)
                return true;
            for (const auto& one : sitting.interventions)
                if (one.time.illustrative)
                    return true;
        }
    return false;
}

// The way that is asked for, or the one that suits the programme.
inline std::string way_to_read(const Programme& programme, const std::string& asked)
{
    if (asked == "room" || asked == "time" || asked == "topic" || asked == "city")
        return asked;
    return programme.rooms.size() <= 6 ? "room" : "time";  // more rooms do not fit a screen
}

inline Html way_tabs(const Reading& reading, std::string_view current)
{
    const auto& reader = reading.reader;
    std::vector<std::pair<const char*, Sentence>> ways{
        {"room", tr("By room")}, {"time", tr("By time")}, {"topic", tr("By topic")}};
    if (has_cities(reading.programme))
        ways.emplace_back("city", tr("By city"));
    return html(reader, "<nav class=\"tabs\" aria-label=\"", tr("Ways to read the programme"),
                "\">",
                each(ways,
                     [&](const auto& way) {
                         return html(reader, "<a href=\"", reading.forum,
                                     "/programme?by=", std::string(way.first), "\"",
                                     when(current == way.first,
                                          [&] { return html(reader, " aria-current=\"true\""); }),
                                     ">", way.second, "</a>");
                     }),
                "</nav>\n");
}

inline Html programme_head(const Reading& reading)
{
    const auto& reader = reading.reader;
    const auto& programme = reading.programme;
    return html(reader, "<div class=\"row far\"><div><h1>", tr("Programme"),
                "</h1>\n<p class=\"lede\">", programme.venue,
                when(!programme.city.empty(), [&] { return html(reader, ", ", programme.city); }),
                "</p></div>\n<div class=\"row\">",
                "<a class=\"button\" data-kind=\"plain\" href=\"", reading.forum,
                "/programme.ics\">", tr("Add to calendar"),
                "</a><button type=\"button\" data-kind=\"plain\" hidden data-press=\"print\">",
                tr("Print"), "</button></div></div>\n");
}

inline Html programme_foot(const Reading& reading, const Release& release)
{
    const auto& reader = reading.reader;
    const auto& forum = reading.forum;
    const auto zone = script::Zone::named(reader.zone);
    const auto at = script::clock(release.at, zone ? *zone : script::Zone::utc());
    return html(
        reader, "<p class=\"as\">", tr("This page as"), " <a href=\"", forum,
        "/programme.json\">JSON</a>, <a href=\"", forum, "/programme.ics\">", tr("calendar"),
        "</a>, <a href=\"", forum, "/programme.xml\">", tr("schedule XML"), "</a>. <a href=\"",
        forum, "/releases\">",
        tr("Release {number}, “{name}”, {date}",
           {{"number", std::to_string(release.number)},
            {"name", release.name},
            {"date", script::render_day(at.day, script::DateStyle::for_reader(
                                                    reader.language, script::DateForm::full))}}),
        "</a></p>\n");
}

// `at` is marked while it is on a day of the forum, by the clock that hangs there.
inline Reading reading_at(const Reader& reader, const forum::Forum& forum,
                          const Programme& programme, const std::vector<Conflict>& conflicts,
                          Instant at)
{
    Reading reading{reader, programme, forum.address(), {}, {}};
    for (const auto& conflict : conflicts)
        reading.in_conflict.insert(conflict.things.begin(), conflict.things.end());
    if (const auto zone = script::Zone::named(forum.zone)) {
        const auto now = script::clock(at, *zone);
        for (const auto& day : programme.days)
            if (day.day == now.day)
                reading.now = now;
    }
    return reading;
}

// What is to be said before the list: what cannot be, what nobody knows, that there is no day.
inline Html programme_notes(const Reading& reading, const std::vector<Conflict>& conflicts)
{
    const auto& reader = reading.reader;
    const auto& programme = reading.programme;
    return html(
        reader, conflict_notes(reading, conflicts),
        when(has_illustrative_times(programme),
             [&] {
                 return html(
                     reader, "<p class=\"soft small\">",
                     tr("Times with a dotted line are illustrative: time not in the source."),
                     "</p>\n");
             }),
        when(programme.days.empty(), [&] {
            return html(reader, "<div class=\"empty\"><h2>", tr("No day yet"), "</h2><p>",
                        tr("The programme appears here as soon as the secretariat releases one."),
                        "</p></div>\n");
        }));
}

inline web::Page programme_page(const web::Desk& desk, const forum::Forum& forum,
                                const Reading& reading, const std::vector<Conflict>& conflicts,
                                const Release& release)
{
    const auto& reader = reading.reader;
    const auto way = way_to_read(reading.programme, desk.query("by"));
    return {.title = reader.say(tr("Programme")) + ", " + forum.title.words(reader.language),
            .body = html(reader, programme_head(reading), way_tabs(reading, way),
                         programme_notes(reading, conflicts), programme_list(reading, way),
                         programme_foot(reading, release)),
            .frame = forum::forum_frame(desk, forum, "programme"),
            .feeds = {{forum.address() + "/releases.atom", "application/atom+xml"},
                      {forum.address() + "/programme.ics", "text/calendar"}}};
}

// Before the first release only the secretariat gets here: nobody else gets to the forum.
inline web::Page not_released_page(const web::Desk& desk, const forum::Forum& forum)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("Programme")) + ", " + forum.title.words(reader.language),
            .body =
                html(reader, "<h1>", tr("Programme"), "</h1>\n<div class=\"empty\"><h2>",
                     tr("Not released yet"), "</h2><p>",
                     tr("The programme has no release yet. With the first one it stands "
                        "here for everybody."),
                     "</p><p class=\"row\"><a class=\"button\" href=\"", forum.address(),
                     "/editor\">", tr("Work on the programme"), "</a><a href=\"", forum.address(),
                     "/releases\">", tr("Prepare the first release"), "</a></p></div>\n"),
            .frame = forum::forum_frame(desk, forum, "programme")};
}

}  // namespace sala::programme
