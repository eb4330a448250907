// SPDX-License-Identifier: Apache-2.0
//
// About Sala: plain paragraphs.

#pragma once

#include "web/desk.hpp"
#include "web/session_cookie.hpp"
#include "web/way_in.hpp"

namespace sala::forum {

inline web::Html for_programs(const web::Reader& reader)
{
    return web::html(reader, "<h2>", tr("For programs"), "</h2>\n<p>",
                     tr("Every page is also JSON: put .json behind its address, or ask for "
                        "application/json. Texts are objects by "
                        "language, with what was printed and, where an editor corrected it, what "
                        "was meant. Keys and ids are strings."),
                     "</p>\n<p>",
                     tr("A programme is also a calendar (.ics) and a schedule (.xml). The "
                        "description of all addresses:"),
                     " <a href=\"/api/openapi.json\">OpenAPI</a></p>\n");
}

inline web::Html accessibility(const web::Reader& reader)
{
    return web::html(reader, "<h2 id=\"accessibility\">", tr("Accessibility"), "</h2>\n<p>",
                     tr("Pages follow the Web Content Accessibility Guidelines 2.2, level AA. They "
                        "work with a keyboard, with a screen "
                        "reader, enlarged to 400 %, on paper and without JavaScript. Nothing is "
                        "said by colour alone, and every run of "
                        "another language is marked, so that it is read in the right voice."),
                     "</p>\n<p>",
                     tr("If something keeps you from reading or taking part, tell the secretariat "
                        "of the forum."),
                     "</p>\n");
}

inline web::Html privacy(const web::Reader& reader)
{
    return web::html(reader, "<h2 id=\"privacy\">", tr("Privacy"), "</h2>\n<p>",
                     tr("Reading needs no account. Nothing is loaded from other servers, nobody is "
                        "counted and nothing is sold."),
                     "</p>\n", "<ul class=\"list\">\n<li><p><strong><code>", web::language_cookie,
                     "</code></strong> ",
                     tr("keeps the language you chose. It is set only when you choose one."),
                     "</p></li>\n<li><p><strong><code>", web::session_cookie, "</code></strong> ",
                     tr("keeps whoever signed in signed in. It is set only by signing in, and "
                        "ends with signing out."),
                     "</p></li>\n<li><p><strong><code>", web::device_cookie, "</code></strong> ",
                     tr("tells that you have signed in with this browser before. It is set only by "
                        "signing in."),
                     "</p></li>\n</ul>\n<p><a href=\"/about/privacy\">",
                     tr("What is kept about you"), "</a></p>\n");
}

inline web::Page about_page(const web::Desk& desk)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("About Sala")),
            .body = web::html(reader, "<div class=\"stack\">\n<h1>", tr("About Sala"),
                              "</h1>\n<p class=\"lede\">",
                              tr("A sala is the open hall where people meet: a roof, posts, a "
                                 "floor, no walls. This server is such a hall "
                                 "for cities."),
                              "</p>\n<p>",
                              tr("It holds what a forum of cities needs before, during and after "
                                 "its days: the programme, who comes, what is "
                                 "spoken about, the documents, and where each fact comes from. "
                                 "Where sources disagree, both are shown."),
                              "</p>\n", for_programs(reader), accessibility(reader),
                              privacy(reader), "<p class=\"as\">",
                              tr("Sala {version}, free software under the Apache License 2.0.",
                                 {{"version", desk.house().version}}),
                              "</p>\n</div>\n")};
}

}  // namespace sala::forum
