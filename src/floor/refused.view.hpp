// SPDX-License-Identifier: Apache-2.0
//
// A touch of the chair that changed nothing: why, and who did what meanwhile. It stands where one
// looks, at the top of the window, however far down the list one is.

#pragma once

#include "floor/console_rows.view.hpp"

#include <map>

namespace sala::floor {

using LoginNames = std::map<std::int64_t, std::string>;

// "Somchai: The floor was given to Quito"
inline Html meanwhile_row(const web::Desk& desk, const Hall& hall, const Act& act,
                          const LoginNames& chairs)
{
    const auto& reader = desk.reader();
    const auto found = chairs.find(act.by);
    const auto name =
        found == chairs.end() ? std::string{} : web::said_login(reader, found->second);
    const auto words = reader.say(sentence_of(reader, hall, act));
    const Arguments said{{"who", name}, {"what", words}};
    // What a delegation does names it already.
    return html(reader, "<li><time>", time_words(reader, act.at, true), "</time><span>",
                !act.by_chair ? html(reader, words)
                : act.by == desk.visitor().login.number()
                    ? html(reader, tr("You, on another device: {what}", said))
                : name.empty() ? html(reader, tr("Another chair: {what}", said))
                               : html(reader, tr("{who}: {what}", said)),
                "</span></li>\n");
}

inline Html meanwhile_list(const web::Desk& desk, const Hall& hall, const LoginNames& chairs)
{
    constexpr std::size_t shown = 3;  // the newest: the note must not cover the console
    const auto seen = desk.typed() ? desk.typed()->number("version").value_or(0) : 0;
    Html rows;
    std::size_t many = 0;
    for (auto act = hall.acts.rbegin(); act != hall.acts.rend() && many < shown; ++act)
        if (act->number > seen) {
            append(rows, desk.reader(), meanwhile_row(desk, hall, *act, chairs));
            ++many;
        }
    return when(!rows.empty(),
                [&] { return html(desk.reader(), "<ol class=\"acts\">", rows, "</ol>"); });
}

inline Html refused_part(const web::Desk& desk, const Hall& hall, const LoginNames& chairs)
{
    const auto& reader = desk.reader();
    return html(reader, "<div id=\"refused\" class=\"refused\">",
                each(desk.refusals(),
                     [&](const Refusal& refusal) {
                         return html(
                             reader, "<div class=\"note\" data-is=\"conflict\" role=\"alert\"><h2>",
                             tr("Nothing was changed"), "</h2><p>", refusal.sentence, "</p>",
                             when(refusal.code == "stale-click",
                                  [&] { return meanwhile_list(desk, hall, chairs); }),
                             "<p><a href=\"", desk.address(), "\" data-put-away>",
                             tr("Put this note away"), "</a></p></div>\n");
                     }),
                "</div>\n");
}

}  // namespace sala::floor
