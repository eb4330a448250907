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
                         directory::country_mark(reader, forum.country_code, forum.country_name),
                         "</p>");
    });
}

inline web::Html forum_item(const web::Desk& desk, const Forum& forum)
{
    const auto& reader = desk.reader();
    return web::html(
        reader, "<li><h2><a href=\"", forum.address(), "\">", forum.title, "</a></h2>\n<p>",
        web::other_script(reader, forum.title), "</p>\n",
        web::when(!forum.is_public(),
                  [&] {
                      return web::html(reader, "<p><span class=\"chip\" data-is=\"draft\">",
                                       tr("Draft: only the secretariat sees it"), "</span></p>\n");
                  }),
        web::when(forum.date.has_value(),
                  [&] {
                      return web::html(reader, "<p>", date_of(reader, *forum.date), " (",
                                       date_in_other_era(reader, *forum.date), ")</p>\n");
                  }),
        where_line(reader, forum),
        web::when(
            !forum.bodies.empty(),
            [&] { return web::html(reader, "<p class=\"soft small\">", forum.bodies, "</p>\n"); }),
        web::when(desk.may(web::secretariat),
                  [&] {
                      return web::html(
                          reader, "<p><a href=\"", forum.address(), "/desk\">",
                          tr("Desk of {forum}", {{"forum", forum.title.words(reader.language)}}),
                          "</a></p>\n");
                  }),
        "</li>\n");
}

inline web::Html open_button(const web::Reader& reader)
{
    return web::html(reader, "<p><a class=\"button\" data-key=\"n\" href=\"/forums/new\">",
                     tr("Open a forum"), "</a></p>\n");
}

// Whoever may open the first forum does it here; everybody else learns what will be here.
inline web::Html no_forums(const web::Desk& desk)
{
    const auto& reader = desk.reader();
    if (desk.may(web::secretariat))
        return web::html(reader, "<section class=\"empty\"><h2>", tr("No forum is open yet"),
                         "</h2>\n<p>",
                         tr("Welcome. The first forum begins from a workbook, from a schedule of "
                            "another program, or with nothing but its title. Only the secretariat "
                            "sees it until its first release."),
                         "</p>\n", open_button(reader), "</section>\n");
    return web::html(
        reader, "<section class=\"empty\"><h2>", tr("No forum is open yet"), "</h2>\n<p>",
        tr("The forums of this server will be listed here, the newest first."), "</p>\n<p>",
        tr("The secretariat opens the first one: here, once signed in, or from a folder of sheets "
           "on the machine of the server:"),
        "</p>\n<p><code>sala import ", tr("FOLDER"), " --database ", tr("FILE"), "</code></p>\n",
        web::when(!desk.visitor().signed_in(),
                  [&] {
                      return web::html(reader, "<p><a class=\"button\" href=\"/login\">",
                                       tr("Sign in as the secretariat"), "</a></p>\n");
                  }),
        "</section>\n");
}

inline web::Page forums_page(const web::Desk& desk, const std::vector<Forum>& forums)
{
    const auto& reader = desk.reader();
    const auto title = tr("Forums of cities");
    return {
        .title = reader.say(title) + ", Sala",
        .body = web::html(
            reader, "<h1>", title, "</h1>\n<p class=\"lede\">",
            tr("Where cities meet: programmes, delegations and documents, open to everyone to "
               "read."),
            "</p>\n",
            forums.empty()
                ? no_forums(desk)
                : web::html(
                      reader, search_box(reader, "/search", tr("Search all forums")),
                      web::when(desk.may(web::secretariat), [&] { return open_button(reader); }),
                      "<ul class=\"list\">\n",
                      web::each(forums,
                                [&](const Forum& forum) { return forum_item(desk, forum); }),
                      "</ul>\n"),
            "<p class=\"as\">", tr("This page for programs:"),
            " <a href=\"/.json\">JSON</a></p>\n"),
        .description = reader.say(tr("Where cities meet: programmes, delegations and "
                                     "documents, open to everyone to read."))};
}

}  // namespace sala::forum
