// SPDX-License-Identifier: Apache-2.0
//
// One intervention: the speaker, the questions, the topics, the company.

#pragma once

#include "forum/note.view.hpp"
#include "programme/claims.view.hpp"

namespace sala::programme {

struct InterventionPage {
    const Programme& programme;
    Programme::Found found;
    std::vector<GuidingQuestion> questions;
    std::vector<Companion> delegation;
    std::vector<ClaimAbout> claims;
};

inline Html topics_of(const Reader& reader, const std::string& forum, const Programme& programme,
                      const Intervention& one)
{
    if (one.topics.empty())
        return html(reader, "<p class=\"soft\">", tr("No topic is named yet."), "</p>");
    return html(reader, "<ul class=\"list\">",
                each(one.topics,
                     [&](const std::string& key) {
                         const auto* topic = programme.topic(key);
                         return when(topic, [&] {
                             return html(reader, "<li><a href=\"", forum, "/topics/", key, "\">",
                                         topic->title, "</a></li>");
                         });
                     }),
                "</ul>");
}

inline Html questions_list(const Reader& reader, const std::vector<GuidingQuestion>& questions)
{
    if (questions.empty())
        return {};
    return html(reader, "<h2>", tr("Guiding questions of the meeting"),
                "</h2><ol class=\"points\">",
                each(questions,
                     [&](const GuidingQuestion& question) {
                         return html(reader, "<li><p>", question.words, "</p><p class=\"small\">",
                                     other_script(reader, question.words), "</p>",
                                     when(!question.source.empty(),
                                          [&] {
                                              return html(reader, "<p class=\"said\">",
                                                          question.source, "</p>");
                                          }),
                                     forum::note_line(reader, question.note), "</li>");
                     }),
                "</ol>");
}

inline Html when_and_where(const Reader& reader, const std::string& forum,
                           const InterventionPage& page)
{
    const auto& one = *page.found.intervention;
    const auto& sitting = *page.found.sitting;
    const auto* room = page.programme.room(sitting.room);
    const auto minutes = one.time.minutes ? one.time.minutes : sitting.speaker_minutes;
    return html(reader, "<section class=\"card\"><h2 class=\"h3\">", tr("When and where"),
                "</h2><dl class=\"facts\"><dt>", tr("Time"), "</dt><dd>",
                one.time.start ? html(reader, "<strong>", span_mark(reader, one.time), "</strong>")
                               : html(reader, tr("within the sitting")),
                when(minutes.has_value(),
                     [&] {
                         return html(reader, ", ",
                                     tr_count("{count} minute", "{count} minutes",
                                              static_cast<std::size_t>(*minutes)));
                     }),
                "</dd><dt>", tr("Date"), "</dt><dd>", day_words(reader, page.found.day->day),
                "</dd><dt>", tr("Sitting"), "</dt><dd><a href=\"", forum, "/sittings/", sitting.key,
                "\">", sitting.title, "</a></dd><dt>", tr("Room"), "</dt><dd>",
                room ? html(reader, room->name, ", ", room->venue) : html(reader, tr("not given")),
                "</dd></dl>",
                when(one.time.illustrative,
                     [&] {
                         return html(reader, "<p class=\"soft small\">",
                                     tr("Illustrative: time not in the source."), "</p>");
                     }),
                "</section>");
}

inline Html company(const Reader& reader, const std::string& forum, const InterventionPage& page)
{
    const auto& speaker = page.found.intervention->speaker;
    std::vector<Companion> others;
    for (const auto& companion : page.delegation)
        if (companion.who.person_key != speaker.person_key)
            others.push_back(companion);
    if (others.empty())
        return {};
    return html(reader, "<section class=\"stack\"><h2 class=\"h3\">", tr("In the same delegation"),
                "</h2><ul class=\"people\">",
                each(others,
                     [&](const Companion& companion) {
                         return html(reader, "<li>", person_card(reader, companion.who, forum),
                                     "<p class=\"small soft\">",
                                     sheet::label_of_choice(companion.role), "</p></li>");
                     }),
                "</ul></section>");
}

inline Html intervention_page(const Reader& reader, const std::string& forum,
                              const InterventionPage& page)
{
    const auto& one = *page.found.intervention;
    const auto& sitting = *page.found.sitting;
    return html(
        reader, "<nav aria-label=\"", tr("Where you are"), "\"><ol class=\"crumbs\"><li><a href=\"",
        forum, "/programme\">", tr("Programme"), "</a></li><li><a href=\"", forum, "/sittings/",
        sitting.key, "\">", sitting.title, "</a></li><li>", speech_title(reader, one),
        "</li></ol></nav>\n<div class=\"beside\"><div class=\"stack\"><h1 class=\"unseen\">",
        speech_title(reader, one), "</h1><p class=\"over\">",
        when(sitting.body > 0,
             [&] {
                 return html(
                     reader, "<span class=\"body\" data-body=\"", sitting.body, "\">",
                     page.programme.bodies[static_cast<std::size_t>(sitting.body) - 1].abbreviation,
                     "</span> ");
             }),
        sheet::label_of_choice(one.act), ", ",
        tr("number {number} of {total}", {{"number", std::to_string(one.number)},
                                          {"total", std::to_string(sitting.interventions.size())}}),
        certainty_chip(reader, one.certainty),
        when(one.cancelled || sitting.cancelled,
             [&] {
                 return html(reader, " <span class=\"chip\" data-is=\"cancelled\">",
                             tr("Cancelled"), "</span>");
             }),
        "</p>", person_card(reader, one.speaker, forum, true),
        when(!one.about.empty(),
             [&] {
                 return html(reader, "<h2>", tr("What is said"), "</h2><p>", one.about, "</p>");
             }),
        questions_list(reader, page.questions),
        when(!page.claims.empty(),
             [&] {
                 return html(reader, "<h2>", tr("What the sources say"), "</h2>",
                             claim_notes(reader, page.claims));
             }),
        when(!one.note.empty(),
             [&] { return html(reader, "<p class=\"soft\">", one.note, "</p>"); }),
        "</div>\n<div class=\"stack\">", when_and_where(reader, forum, page),
        "<section class=\"stack\"><h2 class=\"h3\">", tr("Topics"), "</h2>",
        topics_of(reader, forum, page.programme, one), "</section>", company(reader, forum, page),
        "</div></div>\n<p class=\"as\">", tr("This page as"), " <a href=\"", forum,
        "/interventions/", one.key, ".json\">JSON</a></p>\n");
}

}  // namespace sala::programme
