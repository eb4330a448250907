// SPDX-License-Identifier: Apache-2.0
//
// The chair's console: who has the floor and the clock on the left, requests beneath; the list and
// what happened on the right. Every button is a form that works without a script.

#pragma once

#include "floor/act_words.hpp"
#include "floor/called_off.view.hpp"
#include "floor/console_forms.view.hpp"
#include "floor/list.view.hpp"
#include "floor/refused.view.hpp"
#include "floor/requests.view.hpp"
#include "forum/moment.view.hpp"

namespace sala::floor {

// Statements are counted together, everything else among its own kind.
inline std::string ordinal(const Hall& hall, const Entry& speaks)
{
    std::int64_t spoken = 0;
    for (const auto& entry : hall.floor.entries())
        spoken += (is_listed(speaks.kind) ? is_listed(entry.kind) : entry.kind == speaks.kind) &&
                  (entry.status == Status::spoken || entry.status == Status::speaking);
    return std::to_string(spoken);
}

// The one thing to do next, on the filled button.
inline Html next_button(const web::Desk& desk, const Hall& hall)
{
    const auto& reader = desk.reader();
    const auto& floor = hall.floor;
    const auto* turn = floor.turn();
    const auto* next = floor.list().empty() ? nullptr : floor.entry(floor.list().front());
    const auto named = [&](const Sentence& words, const char* step) {
        return html(reader,
                    "<button type=\"submit\" id=\"do-n\" class=\"wide\" name=\"step\" value=\"",
                    std::string(step), "\" data-key=\"n\">", words, "</button>");
    };
    const Arguments who{{"who", next ? place_of(hall, *next).words(reader.language) : ""}};
    if (hall.is_called_off())
        return {};
    if (floor.phase() == Floor::Phase::before)
        return named(tr("Open the sitting"), "open");
    if (floor.phase() == Floor::Phase::closed)
        return named(tr("Open the sitting again"), "open");
    if (turn && !turn->started)
        return named(tr("Start the clock"), "start");
    if (floor.turns().size() > 1)
        return named(tr("End, the speech goes on"), "end");
    if (turn && next)
        return named(tr("End, give the floor to {who}", who), "give");
    if (turn)
        return named(tr("End the speech"), "end");
    if (next)
        return named(tr("Give the floor to {who}", who), "give");
    return named(tr("Close the sitting"), "close");
}

// Whose step it takes back, and which: it may be another chair's.
inline Html undo_button(const web::Desk& desk, const Hall& hall, const LoginNames& chairs)
{
    const auto& reader = desk.reader();
    const auto number = hall.floor.to_undo();
    const auto act = std::find_if(hall.acts.begin(), hall.acts.end(), [&](const Act& one) {
        return number > 0 && one.number == number;
    });
    if (act == hall.acts.end())
        return {};
    const auto name = chairs.find(act->by);
    const Arguments said{
        {"what", reader.say(sentence_of(reader, hall, *act))},
        {"who", name == chairs.end() ? std::string{} : web::said_login(reader, name->second)}};
    return key_button(reader, "undo",
                      act->by == desk.visitor().login.number() ? tr("Undo: {what}", said)
                      : name == chairs.end() ? tr("Undo, of another chair: {what}", said)
                                             : tr("Undo, of {who}: {what}", said),
                      "u");
}

inline Html clock_keys(const web::Desk& desk, const Hall& hall, const LoginNames& chairs)
{
    const auto& reader = desk.reader();
    const auto* turn = hall.floor.turn();
    const bool open = hall.floor.phase() == Floor::Phase::open;
    const bool waits = open && !turn && !hall.floor.list().empty();
    return html(
        reader,
        when(turn && turn->clock.running,
             [&] { return key_button(reader, "pause", tr("Pause"), "p"); }),
        when(turn && turn->started && !turn->clock.running,
             [&] { return key_button(reader, "resume", tr("Resume"), "p"); }),
        when(turn != nullptr,
             [&] {
                 return html(reader, key_button(reader, "add-time -60", tr("− 1 minute"), "-"),
                             key_button(reader, "add-time 60", tr("+ 1 minute"), "+"),
                             key_button(reader, "end", tr("End"), "x"),
                             key_button(reader, "take-back", tr("Take back"), "t", "end"));
             }),
        when(turn || waits, [&] { return key_button(reader, "pass", tr("Is absent"), "a"); }),
        when(open, [&] { return key_button(reader, "enter chair", tr("Chair speaks"), "c"); }),
        // With nobody left it is the next thing to do, and stands there.
        when(open && (turn || waits),
             [&] { return key_button(reader, "close", tr("Close the sitting"), "", "end"); }),
        undo_button(desk, hall, chairs));
}

inline Html speaking_part(const web::Desk& desk, const Hall& hall, const LoginNames& chairs)
{
    const auto& reader = desk.reader();
    const auto* entry = hall.floor.speaker();
    return html(
        reader, "<section class=\"speaking\" aria-labelledby=\"speaks\">\n",
        rehearsal_mark(reader, hall), called_off_note(reader, hall),
        entry ? html(reader,
                     "<div class=\"row far\"><h2 class=\"h3\" id=\"speaks\"><span class=\"chip\" "
                     "data-is=\"now\">",
                     tr("Has the floor"), "</span></h2><span class=\"soft small\">",
                     kind_words(reader, hall, *entry), ", ",
                     tr("number {number}, since {time}",
                        {{"number", ordinal(hall, *entry)},
                         {"time", time_words(reader, entry->began_at, true)}}),
                     budget_mark(reader, hall, *entry), "</span></div>\n<div class=\"row far\">",
                     person_of(reader, hall, *entry), clock_of(reader, hall.floor, desk.now()),
                     "</div>\n", bar_of(reader, hall.floor, desk.now()), who_waits(reader, hall))
              : html(reader, "<h2 class=\"h3\" id=\"speaks\">", tr("Nobody has the floor"),
                     "</h2>\n"),
        chair_line(reader, hall), "<form class=\"keys\" method=\"post\" action=\"", desk.address(),
        "\">", form_head(desk, hall), next_button(desk, hall), clock_keys(desk, hall, chairs),
        "</form>\n<p class=\"soft small keys-wait\">",
        tr("Keys wait while a field is filled in. Esc leaves it."), "</p>\n</section>\n");
}

// While a question is decided the chair sees it where the floor is led, too.
inline Html decided_note(const Reader& reader, const Hall& hall)
{
    return when(hall.poll.has_value(), [&] {
        return html(reader, "<div class=\"note\"><p>",
                    tr("To be decided by cards: {question}", {{"question", hall.poll->question}}),
                    " <a href=\"", hall.address(), "/polls\">", tr("How the cards stand"),
                    "</a></p></div>\n");
    });
}

inline Html happened_part(const web::Desk& desk, const Hall& hall)
{
    constexpr std::size_t shown = 8;
    const auto& reader = desk.reader();
    Html rows;
    for (std::size_t i = 0; i < std::min(shown, hall.acts.size()); ++i)
        rows += act_row(desk, hall, hall.acts[hall.acts.size() - 1 - i]);
    return html(
        reader,
        "<section class=\"stack\" aria-labelledby=\"happened\"><h2 class=\"h3\" id=\"happened\">",
        tr("What happened"), "</h2>\n",
        rows.empty() ? html(reader, "<p class=\"soft\">", tr("Nothing yet."), "</p>")
                     : html(reader, "<ol class=\"acts\">", rows, "</ol>"),
        "<p><a href=\"", hall.address(), "/record\">", tr("The whole record"),
        "</a></p></section>\n");
}

inline web::Frame floor_frame(const web::Desk& desk, const Hall& hall, std::string_view current)
{
    const auto& address = hall.address();
    web::Frame frame{address + "/floor", hall.title, hall.room, {}, hall.forum.zone, true};
    const auto add = [&](const char* word, Sentence label) {
        frame.menu.push_back({address + "/" + word, std::move(label), current == word, 0});
    };
    if (desk.may(forum::chairs, hall.limits()))
        add("chair", tr("Floor"));
    if (desk.may(forum::delegates) && !desk.may(forum::chairs)) {
        add("place", tr("My place"));
        add("card", tr("Card"));
    }
    if (desk.may(forum::interpreters, hall.limits()))
        add("texts", tr("Texts"));
    if (desk.may(forum::chairs, hall.limits())) {
        add("polls", tr("Polls"));
        add("record", tr("Record"));
        add("floor-rules", tr("Rules"));
    }
    return frame;
}

// What the console shows beside the floor itself.
struct Beside {
    std::vector<NamedScreen> screens;
    std::vector<Preference> preferences;
    std::vector<MaySpeak> people;
    LoginNames chairs;  // of those who acted since this page was made, or whose step can be undone
};

inline web::Page console_page(const web::Desk& desk, const Hall& hall, const Beside& beside)
{
    const auto& reader = desk.reader();
    const auto title = reader.say(
        tr("Chair’s console: {sitting}", {{"sitting", hall.title.words(reader.language)}}));
    auto body = html(reader, "<h1 class=\"unseen\">", title, "</h1>\n", lost_note(reader),
                     refused_part(desk, hall, beside.chairs), "<div id=\"console\" data-floor=\"",
                     hall.address(), "/live?audience=desk\" data-zone=\"", hall.forum.zone,
                     "\" data-fetch data-mark=\"", hall.mark(),
                     "\">\n<div class=\"beside even\">\n<div class=\"stack\">\n",
                     speaking_part(desk, hall, beside.chairs), decided_note(reader, hall),
                     requests_part(desk, hall), rulings_part(desk, hall), absent_part(desk, hall),
                     enter_part(desk, hall, beside.people), "</div>\n<div class=\"stack\">\n",
                     over_budget_note(reader, hall), list_part(desk, hall, beside.preferences),
                     budgets_part(reader, hall), hall_part(desk, hall, beside.screens),
                     happened_part(desk, hall), "</div>\n</div>\n</div>\n", floor_script(reader));
    return {.title = title, .body = std::move(body), .frame = floor_frame(desk, hall, "chair")};
}

}  // namespace sala::floor
