// SPDX-License-Identifier: Apache-2.0
//
// The ways to read a programme: day by day, by room or by time; by topic; by city.

#pragma once

#include "programme/programme_grid.view.hpp"
#include "programme/who_speaks.hpp"

#include <map>

namespace sala::programme {

inline Html day_list(const Reading& reading, const ProgrammeDay& day)
{
    const auto& reader = reading.reader;
    return html(reader, "<ol class=\"list\">",
                each(day.sittings,
                     [&](const Sitting& sitting) {
                         const auto room = room_words(reading, sitting);
                         return html(reader, "<li><p class=\"over\">",
                                     span_mark(reader, sitting.time),
                                     when(!room.empty(), [&] { return html(reader, " · ", room); }),
                                     "</p><p>", body_mark(reading, sitting.body), "<a href=\"",
                                     reading.forum, "/sittings/", sitting.key, "\">",
                                     cancelled_words(reader, sitting.cancelled,
                                                     html(reader, sitting.title)),
                                     "</a>", certainty_chip(reader, sitting.certainty), "</p>",
                                     slots(reading, sitting), "</li>");
                     }),
                "</ol>");
}

inline Html by_days(const Reading& reading, bool grid)
{
    return each(reading.programme.days, [&](const ProgrammeDay& day) {
        return html(
            reading.reader, "<section class=\"after\" id=\"", day.key, "\"><h2>",
            day_words(reading.reader, day.day), "</h2>",
            when(!day.title.empty(),
                 [&] { return html(reading.reader, "<p class=\"soft\">", day.title, "</p>"); }),
            day.sittings.empty() ? html(reading.reader, "<p class=\"soft\">",
                                        tr("Nothing is planned for this day yet."), "</p>")
            : grid               ? day_grid(reading, day)
                                 : day_list(reading, day),
            "</section>\n");
    });
}

// When a speech is; where no clock stands beside it, that of its sitting.
inline Html speech_when(const Reader& reader, const Programme::Found& found)
{
    const auto& time = found.intervention->time;
    return html(
        reader, "<p class=\"over\">",
        web::unbroken(reader, script::render_day(found.day->day,
                                                 script::DateStyle::for_reader(
                                                     reader.language, script::DateForm::brief))),
        " ", clock_mark(reader, time.start ? time : found.sitting->time), "</p>");
}

// Who speaks, and in which sitting.
inline Html speech_in_list(const Reading& reading, const Programme::Found& found)
{
    const auto& reader = reading.reader;
    const auto& one = *found.intervention;
    const auto& sitting = *found.sitting;
    const auto in_sitting =
        html(reader, "<a href=\"", reading.forum, "/sittings/", sitting.key, "\">",
             cancelled_words(reader, sitting.cancelled, html(reader, sitting.title)), "</a>");
    if (says_sitting_again(sitting, one))
        return html(reader, "<li>", speech_when(reader, found), "<p>", in_sitting, "</p></li>");
    return html(reader, "<li>", speech_when(reader, found), "<p><a href=\"", reading.forum,
                "/interventions/", one.key, "\">",
                words_in(reader, sitting, one.cancelled, speech_title(reader, one)), "</a>",
                country_code(reader, one.speaker), "</p><p class=\"small soft\">", in_sitting,
                "</p></li>");
}

// One heading and the speeches beneath it.
inline Html speech_group(const Reading& reading, const Html& heading,
                         const std::vector<Programme::Found>& speeches)
{
    return html(reading.reader, "<section class=\"after\"><h2 class=\"h3\">", heading,
                "</h2><ul class=\"list\">",
                each(speeches,
                     [&](const Programme::Found& found) { return speech_in_list(reading, found); }),
                "</ul></section>\n");
}

inline Html by_topic(const Reading& reading)
{
    std::map<std::string, std::vector<Programme::Found>> of_topic;
    for (const auto& day : reading.programme.days)
        for (const auto& sitting : day.sittings)
            for (const auto& one : sitting.interventions)
                for (const auto& topic : one.topics)
                    of_topic[topic].push_back({&day, &sitting, &one});
    return each(reading.programme.topics, [&](const ProgrammeTopic& topic) {
        const auto& reader = reading.reader;
        const auto heading = html(reader, topic.number, ". <a href=\"", reading.forum, "/topics/",
                                  topic.key, "\">", topic.title, "</a>");
        if (of_topic[topic.key].empty())
            return html(reader, "<section class=\"after\"><h2 class=\"h3\">", heading,
                        "</h2><p class=\"soft\">", tr("Nobody has named this topic yet."),
                        "</p></section>\n");
        return speech_group(reading, heading, of_topic[topic.key]);
    });
}

inline Html by_city(const Reading& reading,
                    const std::vector<std::pair<std::string, std::string>>& cities)
{
    std::map<std::string, std::vector<Programme::Found>> of_city;
    for (const auto& day : reading.programme.days)
        for (const auto& sitting : day.sittings)
            for (const auto& one : sitting.interventions)
                of_city[one.speaker.city_key].push_back({&day, &sitting, &one});
    return each(cities, [&](const auto& city) {
        const auto heading = city.first.empty()
                                 ? html(reading.reader, tr("Others"))
                                 : html(reading.reader, "<a href=\"", reading.forum, "/cities/",
                                        city.first, "\">", city.second, "</a>");
        return speech_group(reading, heading, of_city[city.first]);
    });
}

// The days of a programme of several, one link each.
inline Html day_links(const Reading& reading)
{
    const auto& reader = reading.reader;
    const auto& days = reading.programme.days;
    if (days.size() < 2)
        return {};
    const auto style =
        script::DateStyle::for_reader(reader.language, script::DateForm::full_with_weekday);
    return html(reader, "<nav class=\"screen\" aria-label=\"", tr("Days"),
                "\"><ul class=\"links\">",
                each(days,
                     [&](const ProgrammeDay& day) {
                         return html(reader, "<li><a href=\"#", day.key, "\">",
                                     web::unbroken(reader, script::render_day(day.day, style)),
                                     "</a></li>");
                     }),
                "</ul></nav>\n");
}

inline Html programme_list(const Reading& reading, std::string_view way)
{
    if (way == "topic")
        return by_topic(reading);
    if (way == "city")
        return by_city(reading, cities_that_speak(reading.programme, reading.reader.language));
    return html(reading.reader, day_links(reading), by_days(reading, way == "room"));
}

}  // namespace sala::programme
