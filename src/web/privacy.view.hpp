// SPDX-License-Identifier: Apache-2.0
//
// What is kept about people, why and until when; and what a person can do about it.

#pragma once

#include "web/field.view.hpp"
#include "web/frame.hpp"
#include "web/kept_data.hpp"
#include "web/login_name.hpp"
#include "web/verb.hpp"

#include <algorithm>

namespace sala::web {

inline Html kept_table(const Reader& reader, const std::vector<KeptData>& kept)
{
    return html(reader, "<table class=\"fold\"><thead><tr><th scope=\"col\">", tr("What is kept"),
                "</th><th scope=\"col\">", tr("Why"), "</th><th scope=\"col\">", tr("Until when"),
                "</th></tr></thead>\n<tbody>",
                each(kept,
                     [&](const KeptData& data) {
                         return html(reader, "<tr><th scope=\"row\">", data.what,
                                     "</th><td data-th=\"", tr("Why"), "\">", data.why,
                                     "</td><td data-th=\"", tr("Until when"), "\">", data.until,
                                     "</td></tr>\n");
                     }),
                "</tbody></table>\n");
}

inline Page privacy_page(const Desk& desk, const std::vector<KeptData>& kept)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("What is kept about you")),
            .body = html(
                reader, "<div class=\"stack\">\n<h1>", tr("What is kept about you"),
                "</h1>\n<p class=\"lede\">",
                tr("Who only reads leaves nothing here. Of those who sign in, this is kept and "
                   "nothing else; it is shown to nobody outside and sold to nobody."),
                "</p>\n", kept_table(reader, kept), "<ul class=\"list\">\n<li><a href=\"",
                desk.visitor().signed_in() ? std::string("/login/mine/data.json")
                                           : std::string("/login?next=/about/privacy"),
                "\">", tr("Download what is kept about you"), "</a></li>\n<li><a href=\"",
                desk.visitor().signed_in() ? std::string("/login/mine/erase")
                                           : std::string("/login?next=/login/mine/erase"),
                "\">", tr("Have yourself erased"), "</a></li>\n</ul>\n</div>\n")};
}

inline Html concerned_list(const Reader& reader, const std::vector<Concerned>& all, bool goes,
                           const Sentence& heading)
{
    return when(
        std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.goes == goes; }),
        [&] {
            return html(reader, "<h2 class=\"h3\">", heading, "</h2>\n<ul class=\"list\">",
                        each(all,
                             [&](const Concerned& one) {
                                 return when(one.goes == goes, [&] {
                                     return html(reader, "<li>", one.name,
                                                 " <small class=\"soft\">", one.where,
                                                 "</small></li>\n");
                                 });
                             }),
                        "</ul>\n");
        });
}

// Nobody is erased who is not named here; an address that several share takes none of them along.
inline Html whom_it_concerns(const Reader& reader, const std::vector<Concerned>& all)
{
    return html(reader,
                concerned_list(reader, all, true, tr("These registrations are erased as well")),
                concerned_list(reader, all, false,
                               tr("These carry the same e-mail address and stay, without the "
                                  "address")));
}

inline Json concerned_json(const Reader& reader, const std::vector<Concerned>& all)
{
    auto list = Json::array();
    for (const auto& one : all)
        list.push(Json::object({{"name", one.name.words(reader.language)},
                                {"where", one.where.words(reader.language)},
                                {"goes", one.goes}}));
    return list;
}

// The secretariat of the server erases somebody who asked for it on paper or has left.
inline Page erase_somebody_page(const Desk& desk, const std::string& name,
                                const std::vector<Concerned>& concerned)
{
    const auto& reader = desk.reader();
    return {
        .title = reader.say(tr("Erase {name}", {{"name", said_login(reader, name)}})),
        .body = html(
            reader, "<div class=\"narrow\">\n<form class=\"card stack\" method=\"post\" action=\"",
            desk.address(), "\">\n", csrf_field(desk), refused_note(desk), "<h1>",
            tr("Erase {name}", {{"name", said_login(reader, name)}}), "</h1>\n<p>",
            tr("The name, the address and everything kept with it go, on every forum of this "
               "server. Roles end. What was decided stays on record, without the name. This "
               "cannot be undone, and it is recorded that you did it."),
            "</p>\n", whom_it_concerns(reader, concerned),
            "<p class=\"row\"><button type=\"submit\" data-kind=\"end\">", tr("Erase this person"),
            "</button> <a href=\"/login/all\">", tr("Keep them"), "</a></p>\n</form>\n</div>\n")};
}

inline Page erase_page(const Desk& desk, const std::vector<Concerned>& concerned)
{
    const auto& reader = desk.reader();
    return {
        .title = reader.say(tr("Have yourself erased")),
        .body = html(
            reader,
            "<div class=\"narrow\">\n<form class=\"card stack\" method=\"post\" "
            "action=\"/login/mine/erase\">\n",
            csrf_field(desk), refused_note(desk), "<h1>", tr("Have yourself erased"), "</h1>\n<p>",
            tr("Your name, your address and everything kept with your login go, on every forum "
               "of this server. Your roles end. What you decided for a forum stays on record, "
               "without your name. This cannot be undone."),
            "</p>\n", whom_it_concerns(reader, concerned),
            when(std::any_of(concerned.begin(), concerned.end(),
                             [](const Concerned& one) { return !one.goes; }),
                 [&] {
                     return html(reader, "<p>",
                                 tr("If one of them is you, say so first on your own page at the "
                                    "forum, or ask its secretariat."),
                                 "</p>\n");
                 }),
            "<p><a href=\"/login/mine/data.json\">", tr("Download what is kept about you"),
            "</a></p>\n<p><button type=\"submit\" data-kind=\"end\">", tr("Erase me"),
            "</button></p>\n</form>\n</div>\n")};
}

}  // namespace sala::web
