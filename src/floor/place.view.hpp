// SPDX-License-Identifier: Apache-2.0
//
// A delegation's page in the hall: where am I in the list, about when is it my turn, and one button
// to ask for the floor.

#pragma once

#include "floor/asking.hpp"
#include "floor/floor.view.hpp"
#include "floor/handing_in.hpp"

namespace sala::floor {

inline std::vector<web::Field> fields_of_asking()
{
    std::vector<std::pair<std::string, Sentence>> kinds;
    for (const auto kind : all_kinds)
        if (kind != Kind::chair)
            kinds.emplace_back(word(kind), name_of(kind));
    return {web::choice("kind", tr("What for"), std::move(kinds)),
            web::text("words", tr("In a few words")).optional().at_most(250),
            web::text("category", tr("Category of the point of order")).optional().at_most(500)};
}

// Its words with the estimate of now, and those the island fills in later.
inline Html turn_line(const Reader& reader, const Hall& hall, const DelegationName& own,
                      Instant now)
{
    const auto outlook = outlook_of(hall.floor, now);
    const auto listed = as_it_would_open(hall);
    const auto& list = listed.floor.list();
    const bool closed = nobody_comes(hall);
    const auto mine = std::find_if(list.begin(), list.end(), [&](std::int64_t id) {
        return !closed && listed.floor.entry(id)->delegation == own.id;
    });
    const auto place = static_cast<std::size_t>(mine - list.begin());
    const auto about = mine == list.end() ? outlook.turns.end() : outlook.turns.find(*mine);
    // Before the sitting has begun nobody knows when.
    const bool timed = about != outlook.turns.end();
    const auto time = timed ? time_words(reader, about->second) : std::string{};
    const Arguments number{{"place", std::to_string(place + 1)}, {"time", time}};
    const auto& turns = hall.floor.turns();
    const bool interrupted = std::any_of(turns.begin(), turns.end(), [&](const Turn& turn) {
        return hall.floor.entry(turn.entry)->delegation == own.id;
    });
    const auto* speaker = hall.floor.speaker();
    const bool speaks = speaker && speaker->delegation == own.id;
    const auto said = speaks                 ? reader.say(tr("You have the floor."))
                      : interrupted          ? reader.say(tr("Your speech goes on after this."))
                      : mine == list.end()   ? reader.say(tr("You are not in the list."))
                      : !timed && place == 0 ? reader.say(tr("You are the first in the list."))
                      : !timed ? reader.say(tr("You are number {place} in the list.", number))
                      : place == 0
                          ? reader.say(tr("You are next, at about {time}.", number))
                          : reader.say(tr("You are number {place}, at about {time}.", number));
    return html(
        reader, "<p class=\"turn\" role=\"status\" data-own=\"", own.key,
        "\" data-turn data-none=\"", tr("You are not in the list."), "\" data-now=\"",
        tr("You have the floor."), "\" data-goes-on=\"", tr("Your speech goes on after this."),
        "\" data-next=\"", tr("You are next, at about {time}.", {{"time", "{time}"}}),
        "\" data-later=\"",
        tr("You are number {place}, at about {time}.", {{"place", "{place}"}, {"time", "{time}"}}),
        "\" data-first=\"", tr("You are the first in the list."), "\" data-number=\"",
        tr("You are number {place} in the list.", {{"place", "{place}"}}), "\">", said, "</p>\n");
}

inline Html own_requests(const web::Desk& desk, const Hall& hall, const DelegationName& own)
{
    const auto& reader = desk.reader();
    Html rows;
    // What is closed is over: nobody withdraws any more.
    if (hall.floor.phase() == Floor::Phase::closed)
        return rows;
    for (const auto& entry : hall.floor.entries())
        if (entry.delegation == own.id &&
            (entry.status == Status::asking || (entry.status == Status::waiting && entry.asked)))
            rows +=
                html(reader, "<li class=\"row far\"><span>", name_of(entry.kind), ", ",
                     tr("asked at {time}", {{"time", time_words(reader, entry.entered_at, true)}}),
                     "</span><button type=\"submit\" data-kind=\"end\" name=\"withdraw\" "
                     "value=\"",
                     entry.id, "\">", tr("Withdraw"), "</button></li>\n");
    const auto said = hall.inscribed.find(own.id);
    const bool inscribed =
        !hall.rehearsal.running && said != hall.inscribed.end() && !said->second.withdrawn;
    return when(!rows.empty(), [&] {
        return html(reader, "<form class=\"stack\" method=\"post\" action=\"", desk.address(),
                    "/withdrawal\">", web::csrf_field(desk), "<h2 class=\"h3\">",
                    tr("You have asked for"), "</h2>\n<ul class=\"list\">", rows, "</ul>",
                    when(inscribed,
                         [&] {
                             return html(
                                 reader, "<p class=\"soft small\">",
                                 tr("Whoever leaves the list is not inscribed any more, and "
                                    "may inscribe anew."),
                                 "</p>");
                         }),
                    "</form>\n");
    });
}

// What is left of the minutes that a delegation has altogether.
inline Html budget_line(const Reader& reader, const Hall& hall, const DelegationName& own)
{
    const auto whole = hall.rules.budget_seconds;
    return when(whole > 0 && hall.floor.phase() != Floor::Phase::closed, [&] {
        const auto used = budget_of(hall.floor, hall.rules, own.id).used();
        const auto left = std::chrono::seconds{std::max<std::int64_t>(whole - used, 0)};
        return html(
            reader, "<p class=\"soft\">",
            tr("Your delegation may still ask for {left} of its {whole} minutes.",
               {{"left", spent_words(left)}, {"whole", spent_words(std::chrono::seconds{whole})}}),
            "</p>\n");
    });
}

// Before the sitting begins, a statement is asked for within the hours of inscription.
inline Html asking_form(const web::Desk& desk, const Hall& hall, const DelegationName& own)
{
    const auto& reader = desk.reader();
    // Categories are those of the rules, where they know any.
    auto shown = fields_of_asking();
    shown.pop_back();
    const auto open = may_ask(desk, hall, Kind::statement);
    const bool told = open || !desk.refusals().empty();
    return html(reader, "<form class=\"stack thumb\" method=\"post\" action=\"", desk.address(),
                "?delegation=", own.key, "\">", web::csrf_field(desk),
                told ? Html{}
                     : html(reader, "<p class=\"soft\">", open.refusal().sentence, "</p>\n"),
                web::fields_of(desk, shown),
                when(!hall.rules.point_categories.empty(),
                     [&] { return category_choice(reader, hall.rules); }),
                "<p><button type=\"submit\">", tr("Ask for the floor"), "</button></p></form>\n");
}

inline web::Page place_page(const web::Desk& desk, const Hall& hall, const DelegationName& own,
                            const Html& text)
{
    const auto& reader = desk.reader();
    const auto title = reader.say(
        tr("The floor, {delegation}", {{"delegation", own.name.words(reader.language)}}));
    // What is refused anyway is not offered.
    const bool asks = hall.floor.phase() != Floor::Phase::closed && !hall.is_called_off();
    const auto typed = desk.typed() ? (*desk.typed())["words"] : std::string{};
    auto body = html(
        reader, "<div class=\"phone stack\">\n<h1 class=\"unseen\">", title, "</h1>\n",
        web::refused_note(desk), turn_line(reader, hall, own, desk.now()),
        "<div class=\"stack\" id=\"decides\" data-fetch data-mark=\"", hall.mark(), "\">",
        when(hall.decides(),
             [&] {
                 return html(reader, "<p><a class=\"button\" href=\"", hall.address(),
                             "/card?delegation=", own.key, "\">", tr("Show your card"),
                             "</a></p>\n");
             }),
        "</div>\n", live_part(reader, hall, desk.now()),
        "<div class=\"stack\" id=\"own\" data-fetch data-mark=\"", hall.mark(), "\">\n", text,
        budget_line(reader, hall, own), own_requests(desk, hall, own), "</div>\n",
        when(desk.may(forum::focal_points, {{"delegation", own.id}}),
             [&] {
                 return html(reader, "<p><a href=\"", hall.address(),
                             "/inscription?delegation=", own.key, "\">", tr("Inscription and text"),
                             "</a></p>\n");
             }),
        when(asks, [&] { return asking_form(desk, hall, own); }),
        when(!asks && !typed.empty(),
             [&] {
                 return html(reader, "<p>", tr("You had written:"), " <q>", typed, "</q></p>\n");
             }),
        "</div>\n");
    return {.title = title, .body = std::move(body), .frame = floor_frame(desk, hall, "place")};
}

}  // namespace sala::floor
