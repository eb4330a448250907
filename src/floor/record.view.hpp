// SPDX-License-Identifier: Apache-2.0
//
// The record of a sitting as a page: speeches, time of each delegation, every act, and the form
// with which the chair corrects what was measured wrongly.

#pragma once

#include "floor/console.view.hpp"
#include "floor/polls.view.hpp"
#include "floor/record_polls.hpp"

namespace sala::floor {

inline Html speech_row(const Reader& reader, const Hall& hall, const Speech& speech)
{
    const auto& entry = *speech.entry;
    const auto over = entry.spent - std::chrono::seconds{entry.seconds + entry.added};
    return html(reader, "<tr><td data-th=\"", tr("Began"), "\"><time>",
                time_words(reader, entry.began_at, true), "</time></td><td>",
                person_of(reader, hall, entry), "</td><td data-th=\"", tr("What for"), "\">",
                kind_words(reader, hall, entry),
                when(!topics_of(reader, hall, entry).empty(),
                     [&] {
                         return html(reader, "<br><span class=\"soft small\">",
                                     topics_of(reader, hall, entry), "</span>");
                     }),
                "</td><td data-th=\"", tr("Spoke"), "\">", spent_words(entry.spent),
                when(over.count() >= 1000,
                     [&] {
                         return html(reader, " <span class=\"soft small\">",
                                     tr("{time} over", {{"time", spent_words(over)}}), "</span>");
                     }),
                when(entry.added != 0,
                     [&] {
                         return html(reader, "<br><span class=\"soft small\">", of_given(entry),
                                     "</span>");
                     }),
                each(notes_of(hall, speech, reader),
                     [&](const std::string& note) {
                         return html(reader, "<br><span class=\"soft small\">", note, "</span>");
                     }),
                "</td></tr>\n");
}

inline Html totals_part(const Reader& reader, const Hall& hall, const Record& record)
{
    return html(reader, "<h2>", tr("Time of each delegation"),
                "</h2>\n<table class=\"fold\"><thead><tr><th scope=\"col\">", tr("Delegation"),
                "</th><th scope=\"col\">", tr("Speeches"), "</th><th scope=\"col\">", tr("Spoke"),
                "</th></tr></thead>\n<tbody>",
                each(record.totals,
                     [&](const DelegationTime& one) {
                         return html(reader, "<tr><td>", place_name(reader, hall, *one.first),
                                     code_mark(reader, hall, *one.first), "</td><td data-th=\"",
                                     tr("Speeches"), "\">", one.speeches, "</td><td data-th=\"",
                                     tr("Spoke"), "\">", spent_words(one.spent), "</td></tr>\n");
                     }),
                "</tbody></table>\n");
}

// Of a secret poll nobody is named.
inline Html decided_part(const Reader& reader, const Hall& hall, const Record& record)
{
    return when(!record.polls.empty(), [&] {
        return html(reader, "<h2>", tr("Decided by cards"), "</h2>\n",
                    each(record.polls, [&](const Poll& poll) {
                        return html(
                            reader, "<section class=\"card\"><h3>", poll.question,
                            "</h3>\n<p class=\"soft small\"><time>",
                            time_words(reader, poll.opened_at, true), "</time></p>\n",
                            tally_line(reader, poll),
                            when(!poll.secret, [&] { return ballots_list(reader, hall, poll); }),
                            "</section>\n");
                    }));
    });
}

// How the chair ruled, and who was called and not there.
inline Html happened_in(const Reader& reader, const Hall& hall, const Record& record)
{
    return html(
        reader,
        when(!record.rulings.empty(),
             [&] {
                 return html(reader, "<h2>", tr("Points of order"), "</h2>\n<ul class=\"list\">",
                             each(record.rulings,
                                  [&](const Ruling& one) {
                                      return html(reader, "<li><time>",
                                                  time_words(reader, one.at, true), "</time> ",
                                                  ruling_words(hall, one, reader),
                                                  "<br><span class=\"soft small\">",
                                                  point_words(one, reader), "</span></li>\n");
                                  }),
                             "</ul>\n");
             }),
        when(!record.absent.empty(), [&] {
            return html(reader, "<h2>", tr("Were absent"), "</h2>\n<ul class=\"list\">",
                        each(record.absent,
                             [&](const Entry* entry) {
                                 return html(reader, "<li>", place_name(reader, hall, *entry),
                                             code_mark(reader, hall, *entry), "</li>\n");
                             }),
                        "</ul>\n");
        }));
}

inline Html speech_choice(const Reader& reader, const Hall& hall, const Record& record,
                          const std::string& id)
{
    return html(reader, "<p><label for=\"", id, "\">", tr("Speech"), "</label><select id=\"", id,
                "\" name=\"entry\">",
                each(record.speeches,
                     [&](const Speech& speech) {
                         // Who may still go on is measured by the clock.
                         return when(hall.floor.is_over(*speech.entry), [&] {
                             return html(reader, "<option value=\"", speech.entry->id, "\">",
                                         time_words(reader, speech.entry->began_at, true), " ",
                                         place_name(reader, hall, *speech.entry), ", ",
                                         spent_words(speech.entry->spent), "</option>");
                         });
                     }),
                "</select></p>\n");
}

// Everybody who came onto this floor, under their delegation, and every delegation by itself.
inline Html who_spoke_choice(const Reader& reader, const Hall& hall,
                             const std::vector<MaySpeak>& people)
{
    return each(hall.names.delegations(), [&](const DelegationName& one) {
        const auto name = one.name.words(reader.language);
        return html(reader, "<optgroup label=\"", name, "\"><option value=\"", one.key, "/0\">",
                    tr("{delegation}, nobody named", {{"delegation", name}}), "</option>",
                    each(people,
                         [&](const MaySpeak& person) {
                             return when(person.member.delegation == one.id, [&] {
                                 return html(reader, "<option value=\"", one.key, "/",
                                             person.member.person, "\">",
                                             person.name.words(reader.language), "</option>");
                             });
                         }),
                    "</optgroup>");
    });
}

inline Html speaker_correction_form(const web::Desk& desk, const Hall& hall, const Record& record,
                                    const std::vector<MaySpeak>& people)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<form class=\"card\" method=\"post\" action=\"", desk.address(), "\">",
        form_head(desk, hall), "<h2 class=\"h3\">", tr("Correct who spoke"), "</h2>\n",
        speech_choice(reader, hall, record, "speech"), "<p><label for=\"speaker\">",
        tr("Who spoke"), "</label><select id=\"speaker\" name=\"speaker\">",
        who_spoke_choice(reader, hall, people), "</select></p>\n<p><label for=\"speaker-words\">",
        tr("Why"),
        "</label><input type=\"text\" id=\"speaker-words\" name=\"words\" maxlength=\"300\" "
        "required></p>\n<p><button type=\"submit\" data-kind=\"plain\">",
        tr("Correct who spoke"), "</button></p></form>\n");
}

inline Html correction_form(const web::Desk& desk, const Hall& hall, const Record& record)
{
    const auto& reader = desk.reader();
    return html(reader, "<form class=\"card\" method=\"post\" action=\"", desk.address(), "\">",
                form_head(desk, hall), "<h2 class=\"h3\">", tr("Correct a time"), "</h2>\n",
                speech_choice(reader, hall, record, "entry"), "<p><label for=\"seconds\">",
                tr("Seconds spoken"),
                "</label><input type=\"number\" id=\"seconds\" name=\"seconds\" min=\"0\" "
                "max=\"86400\" required></p>\n<p><label for=\"words\">",
                tr("Why"),
                "</label><input type=\"text\" id=\"words\" name=\"words\" maxlength=\"300\" "
                "required></p>\n<p><button type=\"submit\">",
                tr("Correct the record"), "</button></p></form>\n");
}

inline web::Page record_page(const web::Desk& desk, const Hall& hall, const Record& record,
                             const std::vector<MaySpeak>& people)
{
    const auto& reader = desk.reader();
    const auto title = reader.say(tr("Record of the floor"));
    const auto& address = desk.address();
    auto body = html(
        reader, "<h1>", title, "</h1>\n<p>", hall.title, "</p>\n", rehearsal_mark(reader, hall),
        each(record.chairs,
             [&](const InTheChair& one) {
                 return html(reader, "<p class=\"soft\">", chair_words(one, reader), "</p>\n");
             }),
        // A correction that was refused: for the whole page, whichever form it was.
        each(desk.refusals(),
             [&](const Refusal& refusal) {
                 return html(reader, "<div class=\"note\" data-is=\"conflict\" role=\"alert\"><p>",
                             refusal.sentence, "</p></div>\n");
             }),
        record.speeches.empty()
            ? html(reader, "<p class=\"empty\">", tr("Nobody has spoken yet."), "</p>\n")
            : html(reader, "<table class=\"fold\"><thead><tr><th scope=\"col\">", tr("Began"),
                   "</th><th scope=\"col\">", tr("Speaker"), "</th><th scope=\"col\">",
                   tr("What for"), "</th><th scope=\"col\">", tr("Spoke"),
                   "</th></tr></thead>\n<tbody>",
                   each(record.speeches,
                        [&](const Speech& speech) { return speech_row(reader, hall, speech); }),
                   "</tbody></table>\n", totals_part(reader, hall, record),
                   correction_form(desk, hall, record),
                   speaker_correction_form(desk, hall, record, people)),
        happened_in(reader, hall, record), decided_part(reader, hall, record), "<h2>",
        tr("Every act"), "</h2>\n<ol class=\"acts\">",
        each(hall.acts, [&](const Act& act) { return act_row(desk, hall, act); }),
        "</ol>\n<p class=\"as\">", tr("Also as"), " <a href=\"", address,
        ".pdf\">PDF</a> <a href=\"", address, ".json\">JSON</a> <a href=\"", address,
        ".xml\">Akoma Ntoso</a></p>\n");
    return {.title = title, .body = std::move(body), .frame = floor_frame(desk, hall, "record")};
}

}  // namespace sala::floor
