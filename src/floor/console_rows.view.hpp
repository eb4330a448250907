// SPDX-License-Identifier: Apache-2.0
//
// The rows of the chair's console: the list with its reasons, requests, the absent, and what
// happened.

#pragma once

#include "floor/act_words.hpp"
#include "floor/budget.view.hpp"
#include "floor/filling.hpp"
#include "floor/preference.hpp"
#include "floor/speaker.view.hpp"
#include "floor/standing.hpp"
#include "web/assets.hpp"
#include "web/desk.hpp"
#include "web/field.view.hpp"
#include "web/frame.hpp"
#include "web/login_name.hpp"

namespace sala::floor {

inline Html floor_script(const Reader& reader)
{
    return html(reader, "<script defer src=\"", web::asset_address("floor.js"), "\"></script>\n");
}

// What every form of the console carries: who it is from, and which floor it saw.
inline Html form_head(const web::Desk& desk, const Hall& hall)
{
    return html(desk.reader(), web::csrf_field(desk),
                "<input type=\"hidden\" name=\"version\" value=\"", hall.version(), "\">");
}

// The first button of a form in which one types and several things can be done: without a script
// Enter presses it, and nothing is done that nobody has chosen.
inline Html no_button(const Reader& reader)
{
    return html(reader, "<button type=\"submit\" name=\"step\" value=\"nothing\" hidden></button>");
}

// Says which control a button is, whatever it does at the moment: the island finds it again.
// "up-12", and "do-p" for a key, whether it pauses or resumes.
inline std::string id_of_button(const std::string& step, const std::string& key)
{
    std::string id = "do-" + (key.empty() || key == "g" ? step : key);
    std::replace(id.begin(), id.end(), ' ', '-');
    return id;
}

inline Html key_button(const Reader& reader, const std::string& step, const Sentence& words,
                       const std::string& key, const std::string& kind = "plain")
{
    return html(reader, "<button type=\"submit\" id=\"", id_of_button(step, key), "\" data-kind=\"",
                kind, "\" name=\"step\" value=\"", step, "\"",
                when(!key.empty(), [&] { return html(reader, " data-key=\"", key, "\""); }), ">",
                words, "</button>");
}

// `id`: "up-12", the entry and not the place it would go to.
inline Html row_button(const Reader& reader, const std::string& id, const std::string& step,
                       const std::string& words, const Sentence& whole,
                       const std::string& kind = "plain")
{
    return html(reader, "<button type=\"submit\" id=\"", id, "\" data-kind=\"", kind,
                "\" name=\"step\" value=\"", step, "\" aria-label=\"", whole, "\">", words,
                "</button>");
}

// What was typed with a step that was refused: it is not lost. Requests have a field of their own.
inline std::string typed_words(const web::Desk& desk, const Hall& hall, bool with_requests)
{
    if (!desk.typed())
        return {};
    const auto& step = (*desk.typed())["step"];
    const auto& requests = hall.floor.requests();
    const bool of_request = std::any_of(requests.begin(), requests.end(), [&](std::int64_t id) {
        return (step + " ").find(" " + std::to_string(id) + " ") != std::string::npos;
    });
    const bool elsewhere = step == "message" || step == "hand-over";
    return elsewhere || of_request != with_requests ? std::string{} : (*desk.typed())["words"];
}

inline Html act_row(const web::Desk& desk, const Hall& hall, const Act& act)
{
    const auto& reader = desk.reader();
    const bool gone = hall.floor.undone().count(act.number) > 0;
    const auto words = html(reader, sentence_of(reader, hall, act));
    const bool has_words =
        !act.step.words.empty() && act.step.what != What::order && act.step.what != What::hand_over;
    return html(reader, "<li><time>", time_words(reader, act.at, true), "</time><span>",
                gone ? html(reader, "<del>", words, "</del>") : words,
                when(has_words, [&] { return html(reader, " <q>", act.step.words, "</q>"); }),
                "</span></li>\n");
}

// Of somebody further down in the list. Whoever speaks is ended by it, and it says so.
inline Html give_button(const Reader& reader, const Hall& hall, const Entry& entry,
                        const Arguments& who)
{
    const auto id = std::to_string(entry.id);
    const bool ends = hall.floor.turn() != nullptr;
    return row_button(
        reader, "give-" + id, "give " + id, reader.say(ends ? tr("End, give") : tr("Give")),
        ends ? tr("End, give the floor to {who}", who) : tr("Give the floor to {who} now", who));
}

// What the chair does with somebody in the list. As long as the programme has not come into it
// nobody is placed by hand, and whom only the programme names is not there to be taken away.
inline Html queue_buttons(const Reader& reader, const Hall& hall, std::size_t place, bool is_whole)
{
    const auto& list = hall.floor.list();
    const auto& entry = *hall.floor.entry(list[place]);
    const auto id = std::to_string(entry.id);
    const Arguments who{{"who", place_of(hall, entry).words(reader.language)}};
    return html(reader, "<span class=\"row tight\">",
                when(is_whole && place > 0,
                     [&] {
                         return row_button(reader, "up-" + id,
                                           "move " + id + " " + std::to_string(place), "↑",
                                           tr("{who}: one place up", who));
                     }),
                when(is_whole && place + 1 < list.size(),
                     [&] {
                         return row_button(reader, "down-" + id,
                                           "move " + id + " " + std::to_string(place + 2), "↓",
                                           tr("{who}: one place down", who));
                     }),
                when(hall.floor.phase() == Floor::Phase::open && place > 0,
                     [&] { return give_button(reader, hall, entry, who); }),
                when(!is_expected(entry),
                     [&] {
                         return row_button(reader, "gone-" + id, "withdraw " + id, "×",
                                           tr("{who} does not speak", who), "end");
                     }),
                "</span>");
}

inline Html queue_row(const web::Desk& desk, const Hall& hall, std::size_t place,
                      const Outlook& outlook, const Computed& computed, bool is_whole)
{
    const auto& reader = desk.reader();
    const auto& entry = *hall.floor.entry(hall.floor.list()[place]);
    const auto about = outlook.turns.find(entry.id);
    return html(reader, "<li id=\"e", entry.id, "\"><div>",
                when(is_whole,
                     [] {
                         return Html::trusted(
                             "<span class=\"grip\" data-grip aria-hidden=\"true\">⠿</span>");
                     }),
                "<b>", place_name(reader, hall, entry), code_mark(reader, hall, entry), "</b>",
                when(entry.kind != Kind::statement,
                     [&] {
                         return html(reader, " <span class=\"chip\">",
                                     kind_words(reader, hall, entry), "</span>");
                     }),
                when(about != outlook.turns.end(),
                     [&] {
                         return html(reader, " <span class=\"small\">",
                                     guessed(reader, about->second, tr("about {time}")), "</span>");
                     }),
                budget_mark(reader, hall, entry), named_line(reader, hall, entry),
                "<br><span class=\"soft small\">", reason_of(reader, hall, entry, computed),
                "</span></div>", queue_buttons(reader, hall, place, is_whole), "</li>\n");
}

// Whoever would rather speak in another sitting of the topic, and whoever would rather speak here.
inline Html preferences_part(const Reader& reader, const Hall& hall,
                             const std::vector<Preference>& preferences)
{
    return when(!preferences.empty(), [&] {
        return html(reader, "<ul class=\"soft small\">",
                    each(preferences,
                         [&](const Preference& one) {
                             const auto* delegation = hall.names.delegation(one.delegation);
                             const Arguments who{
                                 {"who", delegation ? delegation->name.words(reader.language) : ""},
                                 {"sitting", one.other.words(reader.language)}};
                             return html(reader, "<li>",
                                         one.comes
                                             ? tr("{who}, inscribed at “{sitting}”, would rather "
                                                  "speak here",
                                                  who)
                                             : tr("{who} would rather speak at “{sitting}”", who),
                                         "</li>\n");
                         }),
                    "</ul>\n");
    });
}

}  // namespace sala::floor
