// SPDX-License-Identifier: Apache-2.0
//
// The floor for everybody: who speaks now and who comes after. A delegation's phone shows the same
// with its own place marked.

#pragma once

#include "floor/called_off.view.hpp"
#include "floor/console.view.hpp"
#include "floor/filling.hpp"

namespace sala::floor {

// The delegation that has the floor, or those whose speech is interrupted; a word each.
inline std::string keys_of_turns(const Hall& hall, bool last)
{
    std::string keys;
    for (const auto& turn : hall.floor.turns())
        if (const auto* delegation =
                hall.names.delegation(hall.floor.entry(turn.entry)->delegation);
            delegation && (&turn == hall.floor.turn()) == last)
            keys += (keys.empty() ? "" : " ") + delegation->key;
    return keys;
}

inline Html speaks_now(const Reader& reader, const Hall& hall, Instant now)
{
    const auto* entry = hall.floor.speaker();
    if (!entry)
        return html(
            reader,
            "<section class=\"speaking\" aria-labelledby=\"now\"><h2 class=\"h3\" id=\"now\">",
            nobody_speaks(hall), "</h2></section>\n");
    const auto topics = topics_of(reader, hall, *entry);
    return html(reader, "<section class=\"speaking\" aria-labelledby=\"now\" data-speaks=\"",
                keys_of_turns(hall, true), "\" data-interrupted=\"", keys_of_turns(hall, false),
                "\">\n<div class=\"row far\"><h2 "
                "class=\"h4\" id=\"now\"><span class=\"chip\" data-is=\"now\">",
                tr("Speaks now"), "</span></h2><span class=\"soft small\">",
                kind_words(reader, hall, *entry), "</span></div>\n",
                clock_of(reader, hall.floor, now), bar_of(reader, hall.floor, now),
                person_of(reader, hall, *entry), who_waits(reader, hall),
                when(!topics.empty(),
                     [&] { return html(reader, "<p class=\"small\">", topics, "</p>\n"); }),
                "</section>\n");
}

inline Html waiting_row(const Reader& reader, const Hall& hall, const Entry& entry,
                        const Outlook& outlook)
{
    const auto* delegation = hall.names.delegation(entry.delegation);
    const auto about = outlook.turns.find(entry.id);
    const auto named = named_in_list(reader, hall, entry);
    return html(reader, "<li",
                when(delegation != nullptr,
                     [&] { return html(reader, " data-delegation=\"", delegation->key, "\""); }),
                "><div><b>", place_name(reader, hall, entry), code_mark(reader, hall, entry),
                "</b><br><span class=\"soft small\">", kind_words(reader, hall, entry),
                when(!named.empty(), [&] { return html(reader, ", ", named); }), "</span></div>",
                when(about != outlook.turns.end(),
                     [&] {
                         return html(reader, "<time data-about=\"", about->second.milliseconds(),
                                     "\">", time_words(reader, about->second), "</time>");
                     }),
                "</li>\n");
}

inline Html who_comes(const Reader& reader, const Hall& hall, Instant now)
{
    const auto outlook = outlook_of(hall.floor, now);
    const auto listed = as_it_would_open(hall);
    const auto& list = listed.floor.list();
    const bool told = hall.floor.phase() == Floor::Phase::open;
    return html(
        reader, "<section class=\"stack\" aria-labelledby=\"after\"",
        guessed_at(reader, hall.floor, now), "><h2 class=\"h3\" id=\"after\">",
        told ? tr("After that") : tr("The list"), "</h2>\n",
        list.empty()
            ? html(reader, "<p class=\"soft\">", tr("Nobody is in the list."), "</p>\n")
            : html(reader, "<ol class=\"queue\">",
                   each(list,
                        [&](std::int64_t id) {
                            return waiting_row(reader, listed, *listed.floor.entry(id), outlook);
                        }),
                   "</ol>\n"),
        when(!hall.floor.list_is_open(),
             [&] {
                 return html(reader, "<p class=\"soft\">", tr("The list is closed."), "</p>\n");
             }),
        "<p><a href=\"", hall.address(), "/order\">", tr("Why in this order"),
        "</a></p></section>\n");
}

// What changes on the page.
inline Html floor_middle(const Reader& reader, const Hall& hall, Instant now)
{
    return html(reader, rehearsal_mark(reader, hall), called_off_note(reader, hall),
                when(hall.decides(),
                     [&] {
                         return html(reader,
                                     "<p class=\"note\"><span class=\"chip\" data-is=\"now\">",
                                     tr("To be decided by cards"), "</span> ", hall.poll->question,
                                     "</p>\n");
                     }),
                speaks_now(reader, hall, now), chair_line(reader, hall),
                nobody_comes(hall) ? Html{} : who_comes(reader, hall, now));
}

inline Html live_part(const Reader& reader, const Hall& hall, Instant now)
{
    return html(reader, lost_note(reader), "<div class=\"stack\" id=\"floor\" data-floor=\"",
                hall.address(), "/live?audience=everybody&amp;language=", reader.language.tag(),
                "\" data-zone=\"", hall.forum.zone, "\">\n", floor_middle(reader, hall, now),
                "</div>\n", floor_script(reader));
}

inline web::Page floor_page(const web::Desk& desk, const Hall& hall)
{
    const auto& reader = desk.reader();
    const auto title = hall.title.words(reader.language);
    return {.title = reader.say(tr("The floor: {sitting}", {{"sitting", title}})),
            .body = html(reader, "<nav><ol class=\"crumbs\"><li><a href=\"", hall.forum.address(),
                         "/programme\">", tr("Programme"), "</a></li><li><a href=\"",
                         hall.address(), "\">", hall.title, "</a></li></ol></nav>\n<h1>",
                         tr("The floor: {sitting}", {{"sitting", title}}), "</h1>\n<p>", hall.room,
                         "</p>\n<div class=\"phone stack\">\n", live_part(reader, hall, desk.now()),
                         "</div>\n"),
            .frame = forum::forum_frame(desk, hall.forum, "programme")};
}

}  // namespace sala::floor
