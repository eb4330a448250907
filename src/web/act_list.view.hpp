// SPDX-License-Identifier: Apache-2.0
//
// What was done here, newest first, with the filters above it and the end of the chain beneath.

#pragma once

#include "script/calendar.hpp"
#include "web/act_list.hpp"
#include "web/act_words.hpp"
#include "web/html.hpp"
#include "web/login_name.hpp"
#include "web/step_words.hpp"

namespace sala::web {

inline std::string moment_in_zone(const Reader& reader, Instant at)
{
    const auto zone = script::Zone::named(reader.zone);
    const auto clock = script::clock(at, zone ? *zone : script::Zone::utc());
    return script::render_day(
               clock.day, script::DateStyle::for_reader(reader.language, script::DateForm::brief)) +
           " " + script::render_clock(clock.hour, clock.minute, reader.language);
}

inline Html act_filters(const Desk& desk)
{
    const auto& reader = desk.reader();
    const auto field = [&](const char* name, const Sentence& label, const char* type) {
        const std::string id(name);
        return html(reader, "<p><label for=\"", id, "\">", label, "</label><input type=\"",
                    std::string(type), "\" id=\"", id, "\" name=\"", id, "\" value=\"",
                    desk.query(name), "\"></p>\n");
    };
    return html(reader, "<form class=\"stack screen\" role=\"search\" method=\"get\" action=\"",
                desk.address(), "\">\n<div class=\"pair\">", field("who", tr("Who"), "search"),
                field("verb", tr("What"), "search"), field("since", tr("From the day"), "date"),
                field("until", tr("To the day"), "date"),
                "</div>\n<p><button type=\"submit\" data-kind=\"plain\">", tr("Search"),
                "</button></p>\n</form>\n");
}

// A verb of another version has no words here.
inline Html what_was_done(const Reader& reader, const std::string& verb)
{
    const auto words = act_words(verb);
    return words ? html(reader, *words) : html(reader, "<code>", verb, "</code>");
}

// How it was decided; a step of another version has no words here.
inline Html how_it_was_decided(const Reader& reader, const std::vector<std::string>& steps)
{
    return each(steps, [&](const std::string& step) {
        const auto words = step_words(step);
        return html(reader, " <small class=\"soft\">",
                    words ? html(reader, *words) : html(reader, step), "</small>");
    });
}

inline Html act_row(const Reader& reader, const ShownAct& act)
{
    const auto who = act.login == 0     ? html(reader, tr("a visitor"))
                     : act.name.empty() ? html(reader, tr("somebody who was erased"))
                                        : html(reader, said_login(reader, act.name));
    return html(
        reader, "<tr><td data-th=\"", tr("When"), "\"><time>", moment_in_zone(reader, act.at),
        "</time></td><th scope=\"row\">", what_was_done(reader, act.verb),
        how_it_was_decided(reader, act.how),
        when(!act.about.empty() && act.about != act.whom,
             [&] { return html(reader, " <small class=\"soft\">", act.about, "</small>"); }),
        when(!act.earlier_name.empty(),
             [&] {
                 return html(
                     reader, " <small class=\"soft\">",
                     tr("until then {name}", {{"name", said_login(reader, act.earlier_name)}}),
                     "</small>");
             }),
        "</th><td data-th=\"", tr("Who"), "\">", who,
        when(act.person > 0,
             [&] {
                 return html(reader, " <small class=\"soft\">",
                             tr("person {number}", {{"number", std::to_string(act.person)}}),
                             "</small>");
             }),
        when(!act.for_whom.empty(),
             [&] {
                 return html(reader, " <small class=\"soft\">",
                             tr("for {whom}", {{"whom", act.whom}}), "</small>");
             }),
        "</td><td data-th=\"", tr("Where"), "\"><code>", act.address, "</code></td><td data-th=\"",
        tr("From"), "\">", act.peer, "</td></tr>\n");
}

inline Html act_table(const Reader& reader, const std::vector<ShownAct>& acts)
{
    if (acts.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("Nothing was done"), "</h2><p>",
                    tr("No act fits what you look for. Whatever anybody changes here is listed."),
                    "</p></div>\n");
    return html(reader, "<table class=\"fold\"><thead><tr><th scope=\"col\">", tr("When"),
                "</th><th scope=\"col\">", tr("What"), "</th><th scope=\"col\">", tr("Who"),
                "</th><th scope=\"col\">", tr("Where"), "</th><th scope=\"col\">", tr("From"),
                "</th></tr></thead>\n<tbody>",
                each(acts, [&](const ShownAct& act) { return act_row(reader, act); }),
                "</tbody></table>\n");
}

// The same page, further back in time.
inline Html older_acts(const Desk& desk, const std::vector<ShownAct>& acts)
{
    const auto& reader = desk.reader();
    if (acts.size() < static_cast<std::size_t>(acts_shown_max) || acts.back().number == 0)
        return {};
    std::string query;
    for (const auto* name : {"who", "verb", "since", "until"})
        query += std::string(name) + "=" + percent_encoded(desk.query(name)) + "&";
    return html(reader, "<p><a href=\"", desk.address(), "?", query, "before=", acts.back().number,
                "\">", tr("Older acts"), "</a></p>\n");
}

inline Page acts_page(const Desk& desk, const std::vector<ShownAct>& acts, const std::string& seal,
                      Frame frame)
{
    const auto& reader = desk.reader();
    return {
        .title = reader.say(tr("What was done")),
        .body = html(
            reader, "<h1>", tr("What was done"), "</h1>\n<p class=\"lede\">",
            tr("Every change, with who made it, but for what delegations say about whom they would "
               "meet. Nobody can take one away unnoticed."),
            " ",
            tr("Whoever does something here has a number beside the name, so that two of one name "
               "are told apart."),
            "</p>\n", act_filters(desk), act_table(reader, acts), older_acts(desk, acts),
            "<p class=\"soft\">",
            when(!seal.empty(),
                 [&] {
                     return html(reader,
                                 tr("Everything up to the newest act is sealed with {hash}. Note "
                                    "it, and `sala check --acts={hash}` tells later whether "
                                    "anything that was done was changed.",
                                    {{"hash", seal}}));
                 }),
            "</p>\n<p class=\"as\">", tr("This list as"), " <a href=\"", desk.address(),
            ".csv\">CSV</a> <a href=\"", desk.address(), ".json\">JSON</a></p>\n"),
        .frame = std::move(frame)};
}

}  // namespace sala::web
