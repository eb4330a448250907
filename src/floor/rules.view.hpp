// SPDX-License-Identifier: Apache-2.0
//
// The page on which the rules of the floor are set; and the order of the list, explained line by
// line.

#pragma once

#include "floor/console.view.hpp"
#include "floor/moments.hpp"
#include "floor/rules_form.hpp"
#include "floor/text_store.hpp"

namespace sala::floor {

// A role for one body leads its sittings and decides nothing for the others.
inline bool leads_whole_forum(const web::Desk& desk) { return desk.may(forum::chairs, {}); }

// A row for each kind of taking the floor.
inline Html minutes_table(const web::Desk& desk)
{
    const auto& reader = desk.reader();
    const auto tick = [&](const std::string& name, const Sentence& column, Kind kind) {
        return html(reader, "<td data-th=\"", column,
                    "\"><label class=\"tick\"><input "
                    "type=\"checkbox\" name=\"",
                    name, "\" value=\"yes\"",
                    when(!(*desk.typed())[name].empty(), [&] { return html(reader, " checked"); }),
                    "> <span class=\"unseen\">", name_of(kind), ": ", column,
                    "</span></label></td>");
    };
    const auto seconds = tr("Seconds");
    const auto pauses = tr("stops the clock of the speech");
    const auto budgeted = tr("counts against the delegation’s budget");
    return html(reader, "<table class=\"fold\"><thead><tr><th scope=\"col\">", tr("What for"),
                "</th><th scope=\"col\">", seconds, "</th><th scope=\"col\">", pauses,
                "</th><th scope=\"col\">", budgeted, "</th></tr></thead>\n<tbody>",
                each(all_kinds,
                     [&](Kind kind) {
                         const auto name = "seconds-" + word(kind);
                         return html(reader, "<tr><th scope=\"row\">", name_of(kind),
                                     "</th><td data-th=\"", seconds,
                                     "\"><input type=\"number\" min=\"10\" max=\"14400\" name=\"",
                                     name, "\" value=\"", (*desk.typed())[name], "\" aria-label=\"",
                                     name_of(kind), ": ", seconds, "\">", web::error_of(desk, name),
                                     "</td>", tick("pauses-" + word(kind), pauses, kind),
                                     tick("budgeted-" + word(kind), budgeted, kind), "</tr>\n");
                     }),
                "</tbody></table>\n");
}

// The fields in groups. The desk holds what they are filled with.
inline Html rules_fields(const web::Desk& desk, const std::vector<web::Field>& fields)
{
    const auto& reader = desk.reader();
    const auto those = [&](std::initializer_list<std::string_view> names) {
        return each(fields, [&](const web::Field& field) {
            return when(std::any_of(names.begin(), names.end(),
                                    [&](auto name) { return field.name.starts_with(name); }),
                        [&] { return web::field_of(desk, field); });
        });
    };
    const auto group = [&](const Sentence& title, const Html& inside) {
        return html(reader, "<fieldset class=\"stack\"><legend>", title, "</legend>\n", inside,
                    "</fieldset>\n");
    };
    return html(
        reader,
        group(tr("Who speaks before whom"),
              html(reader, "<p class=\"soft\">",
                   tr("The first step that tells two speakers apart decides."),
                   "</p>\n<div class=\"pair wide\">", those({"order-"}), "</div>\n",
                   those({"rotates_from", "draw_again"}))),
        group(tr("How long, and what stops the clock"),
              html(reader, "<p class=\"soft\">",
                   tr("Whom the programme gives minutes keeps those, and whoever waits keeps "
                      "what they have. What is set here is for all others, and for all who "
                      "wait as soon as you give it to them, here or on the console."),
                   "</p>\n", minutes_table(desk),
                   those({"budget_minutes", "starts_at_once", "sound"}))),
        group(tr("Points of order"), those({"point_categories"})),
        group(tr("The rule book"), those({"words_"})),
        group(tr("Inscription"), those({"opens_at", "closes_at"})), those({"whole_forum"}));
}

inline web::Page rules_page(const web::Desk& desk, const Hall& hall)
{
    const auto& reader = desk.reader();
    auto filled = filled_rules(hall.rules);
    filled.set("opens_at", written_moment(hall.forum.zone, hall.window.opens_at));
    filled.set("closes_at", written_moment(hall.forum.zone, hall.window.closes_at));
    auto shown = desk;
    if (!desk.typed())
        shown.comes_back(&filled, {});
    auto fields = fields_of_rules();
    if (!leads_whole_forum(desk))
        std::erase_if(fields, [](const web::Field& one) { return one.name == "whole_forum"; });
    const auto version = desk.typed() ? (*desk.typed())["version"] : hall.rules_version;
    auto body = html(
        reader, "<h1>", tr("Rules of the floor"), "</h1>\n<p>", hall.title,
        "</p>\n<p class=\"soft\">",
        hall.own_rules              ? tr("This sitting has rules of its own.")
        : hall.rules_version != "0" ? tr("These are the rules of the whole forum.")
                                    : tr("Nobody has set rules yet: these are the usual ones."),
        when(hall.floor.phase() != Floor::Phase::before,
             [&] {
                 return html(reader, " ",
                             tr("The sitting has been opened: only this page changes its "
                                "rules, and no import."));
             }),
        "</p>\n<form class=\"stack\" method=\"post\" action=\"", desk.address(),
        "\"><input type=\"hidden\" name=\"version\" value=\"", version, "\">",
        web::csrf_field(desk), web::refused_note(desk), over_budget_note(reader, hall),
        rules_fields(shown, fields), "<p><button type=\"submit\" data-key=\"s\">", tr("Save"),
        "</button></p></form>\n", allot_form(desk, hall));
    return {.title = reader.say(tr("Rules of the floor")),
            .body = std::move(body),
            .frame = floor_frame(desk, hall, "floor-rules")};
}

inline Sentence lots_of(const Rules& rules)
{
    return rules.drawn == 0
               ? tr("By lot: the lots are drawn when the sitting is opened")
               : tr("By lot, number {number}", {{"number", std::to_string(rules.drawn)}});
}

// Whoever spoke before their turn is in no list any more; why stays to be read.
inline Html called_part(const Reader& reader, const Hall& hall)
{
    const auto called = called_before_others(hall);
    return when(!called.empty(), [&] {
        return html(reader, "<h2>", tr("Given the floor out of turn"), "</h2>\n<ul class=\"list\">",
                    each(called,
                         [&](const Called& one) {
                             return html(reader, "<li><b>", place_name(reader, hall, *one.entry),
                                         code_mark(reader, hall, *one.entry),
                                         "</b><br><span class=\"soft small\">", called_why(one),
                                         "</span></li>\n");
                         }),
                    "</ul>\n");
    });
}

inline web::Page order_page(const web::Desk& desk, const Hall& hall)
{
    const auto& reader = desk.reader();
    const auto listed = as_it_would_open(hall);
    const auto computed = computed_list(listed);
    auto body = html(
        reader, "<h1>", tr("Order of speakers"), "</h1>\n<p>", hall.title, "</p>\n",
        rehearsal_mark(reader, hall),
        when(!hall.rules.words.empty(),
             [&] { return html(reader, "<blockquote>", hall.rules.words, "</blockquote>\n"); }),
        "<h2>", tr("The rules, one after another"), "</h2>\n<ol class=\"points\">",
        each(hall.rules.order,
             [&](By by) {
                 return html(reader, "<li><p>", by == By::draw ? lots_of(hall.rules) : name_of(by),
                             "</p></li>\n");
             }),
        "</ol>\n<h2>", tr("The list, line by line"), "</h2>\n<ol class=\"queue\">",
        each(listed.floor.list(),
             [&](std::int64_t id) {
                 const auto& entry = *listed.floor.entry(id);
                 return html(reader, "<li><div><b>", place_name(reader, listed, entry),
                             code_mark(reader, listed, entry), "</b>",
                             named_line(reader, listed, entry), "<br><span class=\"soft small\">",
                             reason_of(reader, listed, entry, computed), "</span></div></li>\n");
             }),
        "</ol>\n",
        when(listed.floor.list().empty(),
             [&] {
                 return html(reader, "<p class=\"soft\">", tr("Nobody is in the list."), "</p>\n");
             }),
        called_part(reader, hall));
    return {.title = reader.say(tr("Order of speakers")),
            .body = std::move(body),
            .frame = forum::forum_frame(desk, hall.forum, "programme")};
}

}  // namespace sala::floor
