// SPDX-License-Identifier: Apache-2.0
//
// One sitting: its facts, its agenda, its speakers in their order.

#pragma once

#include "forum/note.view.hpp"
#include "programme/claims.view.hpp"

namespace sala::programme {

inline Html sitting_facts_list(const Reader& reader, const Programme& programme,
                               const Sitting& sitting)
{
    const auto* day = programme.day_of(sitting.key);
    const auto* room = programme.room(sitting.room);
    return html(
        reader, "<dl class=\"facts\"><dt>", tr("Date"), "</dt><dd>", day_words(reader, day->day),
        "</dd><dt>", tr("Time"), "</dt><dd>",
        sitting.time.start ? html(reader, "<strong>", span_mark(reader, sitting.time), "</strong>")
        : sitting.part.empty() ? html(reader, tr("not known"))
                               : html(reader, sheet::label_of_choice(sitting.part)),
        "</dd><dt>", tr("Room"), "</dt><dd>",
        room ? html(reader, room->name, ", ", room->venue) : html(reader, tr("not given")), "</dd>",
        when(sitting.speaker_minutes.has_value(),
             [&] {
                 return html(reader, "<dt>", tr("Each speaker"), "</dt><dd>",
                             tr_count("{count} minute", "{count} minutes",
                                      static_cast<std::size_t>(*sitting.speaker_minutes)),
                             "</dd>");
             }),
        "<dt>", tr("How certain"), "</dt><dd>", sheet::label_of_choice(sitting.certainty),
        "</dd></dl>", when(sitting.time.illustrative, [&] {
            return html(reader, "<p class=\"soft small\">",
                        tr("Illustrative: time not in the source."), "</p>");
        }));
}

inline Html speakers(const Reader& reader, const std::string& forum, const Sitting& sitting)
{
    if (sitting.interventions.empty() || says_sitting_again(sitting, sitting.interventions.front()))
        return {};
    return html(reader, "<h2>", tr("Who takes the floor"), "</h2><ol class=\"points\">",
                each(sitting.interventions,
                     [&](const Intervention& one) {
                         return html(
                             reader, "<li><p>",
                             when(one.time.start.has_value(),
                                  [&] { return html(reader, clock_mark(reader, one.time), " "); }),
                             "<a href=\"", forum, "/interventions/", one.key, "\">",
                             words_in(reader, sitting, one.cancelled, speech_title(reader, one)),
                             "</a>", country_code(reader, one.speaker),
                             when(one.act != "statement",
                                  [&] {
                                      return html(reader, " <span class=\"soft small\">",
                                                  sheet::label_of_choice(one.act), "</span>");
                                  }),
                             certainty_chip(reader, one.certainty), "</p>",
                             when(!one.speaker.name.empty(),
                                  [&] {
                                      return html(
                                          reader, "<p class=\"small\"><span class=\"name\">",
                                          directory::whole_name(one.speaker.honorific,
                                                                one.speaker.name, reader.language),
                                          "</span>, ", one.speaker.post, "</p>");
                                  }),
                             "</li>");
                     }),
                "</ol>");
}

// A page of the floor, and what it is called for whoever may open it.
struct FloorLink {
    std::string address;
    Sentence words;
};

inline Html floor_links(const Reader& reader, const std::vector<FloorLink>& links)
{
    return when(!links.empty(), [&] {
        return html(reader, "<section class=\"card\"><h2 class=\"h3\">", tr("On the floor"),
                    "</h2><ul class=\"list\">",
                    each(links,
                         [&](const FloorLink& link) {
                             return html(reader, "<li><a href=\"", link.address, "\">", link.words,
                                         "</a></li>\n");
                         }),
                    "</ul></section>");
    });
}

// What stands beside the programme on the page of a sitting.
struct BesideSitting {
    std::vector<ClaimAbout> claims;
    Text room_note;
    std::vector<FloorLink> floor;
};

inline Html sitting_page(const Reader& reader, const std::string& forum, const Programme& programme,
                         const Sitting& sitting, const BesideSitting& beside)
{
    const auto& claims = beside.claims;
    return html(
        reader, "<nav aria-label=\"", tr("Where you are"), "\"><ol class=\"crumbs\"><li><a href=\"",
        forum, "/programme\">", tr("Programme"), "</a></li><li>", sitting.title,
        "</li></ol></nav>\n<div class=\"beside\"><div class=\"stack\">",
        when(sitting.body > 0,
             [&] {
                 return html(
                     reader, "<p class=\"over\"><span class=\"body\" data-body=\"", sitting.body,
                     "\">",
                     programme.bodies[static_cast<std::size_t>(sitting.body) - 1].abbreviation,
                     "</span> ", sheet::label_of_choice(sitting.kind), "</p>");
             }),
        "<h1>", cancelled_words(reader, sitting.cancelled, html(reader, sitting.title)), "</h1><p>",
        other_script(reader, sitting.title), "</p>",
        when(!sitting.about.empty(),
             [&] { return html(reader, "<p class=\"lede\">", sitting.about, "</p>"); }),
        when(!sitting.agenda.empty(),
             [&] {
                 return html(reader, "<h2>", tr("Agenda"), "</h2><ol class=\"points\">",
                             each(sitting.agenda,
                                  [&](const AgendaItem& item) {
                                      return html(
                                          reader, "<li><p>", clock_mark(reader, item.time), " ",
                                          words_in(reader, sitting, item.cancelled,
                                                   html(reader, item.title)),
                                          "</p>",
                                          when(!item.about.empty(),
                                               [&] {
                                                   return html(reader, "<p class=\"small\">",
                                                               item.about, "</p>");
                                               }),
                                          other_script(reader, item.title), "</li>");
                                  }),
                             "</ol>");
             }),
        speakers(reader, forum, sitting),
        when(sitting.agenda.empty() && sitting.interventions.empty(),
             [&] {
                 return html(reader, "<p class=\"soft\">",
                             tr("Nobody is named for this sitting yet."), "</p>");
             }),
        when(!claims.empty(),
             [&] {
                 return html(reader, "<h2>", tr("What the sources say"), "</h2>",
                             claim_notes(reader, claims));
             }),
        when(!sitting.note.empty(),
             [&] { return html(reader, "<p class=\"soft\">", sitting.note, "</p>"); }),
        "</div>\n<div class=\"stack\"><section class=\"card\"><h2 class=\"h3\">",
        tr("When and where"), "</h2>", sitting_facts_list(reader, programme, sitting),
        forum::note_line(reader, beside.room_note), "</section>", floor_links(reader, beside.floor),
        "</div></div>\n<p class=\"as\">", tr("This page as"), " <a href=\"", forum, "/sittings/",
        sitting.key, ".json\">JSON</a></p>\n");
}

}  // namespace sala::programme
