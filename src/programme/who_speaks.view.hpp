// SPDX-License-Identifier: Apache-2.0
//
// A list of who speaks when: day and clock, the sitting, the body, the topics.

#pragma once

#include "programme/entry.view.hpp"
#include "programme/who_speaks.hpp"

namespace sala::programme {

struct SpeechList {
    const Reader& reader;
    const Programme& programme;
    std::string forum;   // "/phnom-penh-2022"
    bool names = false;  // say who speaks; the page of one city or person need not
};

inline Html body_of_sitting(const SpeechList& list, const Sitting& sitting)
{
    if (sitting.body < 1 || static_cast<std::size_t>(sitting.body) > list.programme.bodies.size())
        return {};
    return html(list.reader, "<span class=\"body\" data-body=\"", sitting.body, "\">",
                list.programme.bodies[static_cast<std::size_t>(sitting.body) - 1].abbreviation,
                "</span>");
}

// "Friday 2 December 2022, 09:08–09:15, time not in the source"
inline Html when_line(const SpeechList& list, const Programme::Found& found)
{
    const auto& reader = list.reader;
    const auto& time = found.intervention->time;
    return html(
        reader, "<p class=\"over\">",
        web::unbroken(
            reader, script::render_day(found.day->day,
                                       script::DateStyle::for_reader(
                                           reader.language, script::DateForm::full_with_weekday))),
        when(time.start.has_value(), [&] { return html(reader, ", ", span_mark(reader, time)); }),
        when(!time.start && !found.sitting->part.empty(),
             [&] { return html(reader, ", ", sheet::label_of_choice(found.sitting->part)); }),
        when(time.start && time.illustrative,
             [&] { return html(reader, " <small>", tr("time not in the source"), "</small>"); }),
        "</p>");
}

inline Html topic_links(const SpeechList& list, const std::vector<std::string>& keys)
{
    Html links;
    for (const auto& key : keys)
        if (const auto* topic = list.programme.topic(key))
            append(links, list.reader, links.empty() ? Html{} : html(list.reader, "; "),
                   "<a href=\"", list.forum, "/topics/", key, "\">", topic->title, "</a>");
    return when(!links.empty(),
                [&] { return html(list.reader, "<p class=\"small\">", links, "</p>"); });
}

inline Html speech_item(const SpeechList& list, const Programme::Found& found)
{
    const auto& reader = list.reader;
    const auto& one = *found.intervention;
    const bool cancelled = one.cancelled || found.sitting->cancelled;
    const auto title = list.names || found.sitting->title.empty()
                           ? speech_title(reader, one)
                           : html(reader, found.sitting->title);
    return html(reader, "<li>", when_line(list, found), "<p>",
                body_of_sitting(list, *found.sitting), "<a href=\"", list.forum, "/interventions/",
                one.key, "\">", cancelled_words(reader, cancelled, title), "</a>",
                certainty_chip(reader, one.certainty), "</p>",
                when(list.names,
                     [&] {
                         return html(reader, "<p class=\"small soft\"><a href=\"", list.forum,
                                     "/sittings/", found.sitting->key, "\">", found.sitting->title,
                                     "</a></p>");
                     }),
                when(!list.names, [&] { return topic_links(list, one.topics); }), "</li>\n");
}

// The list under its heading; `nothing` says what would be here.
inline Html speeches_section(const SpeechList& list, const Sentence& title,
                             const std::vector<Programme::Found>& speeches, const Sentence& nothing)
{
    return html(list.reader, "<h2>", title, "</h2>\n",
                speeches.empty() ? html(list.reader, "<p class=\"soft\">", nothing, "</p>\n")
                                 : html(list.reader, "<ul class=\"list\">\n",
                                        each(speeches,
                                             [&](const Programme::Found& found) {
                                                 return speech_item(list, found);
                                             }),
                                        "</ul>\n"));
}

inline Html topics_section(const SpeechList& list, const std::vector<const ProgrammeTopic*>& topics)
{
    return when(!topics.empty(), [&] {
        return html(list.reader, "<h2>", tr("Topics"), "</h2>\n<ul class=\"list\">\n",
                    each(topics,
                         [&](const ProgrammeTopic* topic) {
                             return html(list.reader, "<li><p><a href=\"", list.forum, "/topics/",
                                         topic->key, "\">", topic->title, "</a></p></li>\n");
                         }),
                    "</ul>\n");
    });
}

}  // namespace sala::programme
