// SPDX-License-Identifier: Apache-2.0
//
// The list of forums, and what to do first where there is none.

#pragma once

#include "directory/person_card.view.hpp"
#include "forum/both_eras.view.hpp"
#include "forum/forum.hpp"
#include "forum/search_box.view.hpp"
#include "web/desk.hpp"

namespace sala::forum {

inline web::Html where_line(const web::Reader& reader, const Forum& forum)
{
    return web::when(!forum.city_name.empty(), [&] {
        return web::html(reader, "<p>", forum.city_name,
                         directory::country_mark(reader, forum.country_code, forum.country_name), "</p>");
    });
}

inline web::Html forum_item(const web::Reader& reader, const Forum& forum)
{
    return web::html(
        reader, "<li><h2><a href=\"", forum.address(), "\">", forum.title, "</a></h2>\n<p>",
        web::other_script(reader, forum.title), "</p>\n",
        web::when(!forum.is_public(), [&] {
            return web::html(reader, "<p><span class=\"chip\" data-is=\"draft\">", tr("Draft: only the secretariat sees it"),
                             "</span></p>\n");
        }),
        web::when(forum.date.has_value(), [&] {
            return web::html(reader, "<p>", date_of(reader, *forum.date), " (", date_in_other_era(reader, *forum.date), ")</p>\n");
        }),
        where_line(reader, forum), web::when(!forum.bodies.empty(), [&] {
            return web::html(reader, "<p class=\"soft small\">", forum.bodies, "</p>\n");
        }),
        "</li>\n");
}

inline web::Html no_forums(const web::Desk& desk)
{
    const auto& reader = desk.reader();
    return web::html(reader, "<section class=\"empty\"><h2>", tr("No forum is open yet"), "</h2>\n<p>",
                     tr("The forums of this server will be listed here, the newest first."), "</p>\n<p>",
                     tr("The secretariat opens the first one from a folder of sheets, on the machine of the server:"),
                     "</p>\n<p><code>sala import ", tr("FOLDER"), " --database ", tr("FILE"), "</code></p>\n",
                     web::when(!desk.visitor().signed_in(), [&] {
                         return web::html(reader, "<p><a class=\"button\" href=\"/login\">", tr("Sign in as the secretariat"),
                                          "</a></p>\n");
                     }),
                     "</section>\n");
}

inline web::Page forums_page(const web::Desk& desk, const std::vector<Forum>& forums)
{
    const auto& reader = desk.reader();
    const auto title = tr("Forums of cities");
    return {.title = reader.say(title) + " · Sala",
            .body = web::html(
                reader, "<h1>", title, "</h1>\n<p class=\"lede\">",
                tr("Where cities meet: programmes, delegations and documents, open to everyone to read."), "</p>\n",
                forums.empty() ? no_forums(desk)
                               : web::html(reader, search_box(reader, "/search", tr("Search all forums")), "<ul class=\"list\">\n",
                                           web::each(forums, [&](const Forum& forum) { return forum_item(reader, forum); }),
                                           "</ul>\n"),
                "<p class=\"as\">", tr("This page for programs:"), " <a href=\"/.json\">JSON</a></p>\n"),
            .description = reader.say(tr("Where cities meet: programmes, delegations and documents, open to everyone to read."))};
}

}  // namespace sala::forum
