// SPDX-License-Identifier: Apache-2.0
//
// Screens with a name: what is on them when it is no floor, where they are named and pointed, and
// their part of the chair's console.

#pragma once

#include "floor/hall.view.hpp"
#include "floor/named_screen.hpp"
#include "forum/forum_store.hpp"

namespace sala::floor {

// What changes on the screen; the frame around it stays.
inline Html showing_middle(const Reader& reader, const Showing& showing, Instant now)
{
    if (showing.hall)
        return hall_middle(reader, *showing.hall, now);
    const auto& screen = showing.screen;
    return html(reader, "<div class=\"top\"><h1>", screen.name,
                "</h1><p class=\"wall\"><time data-wall></time></p></div>\n<div class=\"who\"><p "
                "class=\"city long\">",
                screen.what == NamedScreen::message ? html(reader, screen.words) : Html{},
                "</p></div>\n<p></p>\n");
}

inline Html named_screen_document(const Reader& reader, const Showing& showing, Instant now)
{
    const auto& screen = showing.screen;
    return wall_document(reader,
                         {screen.name, "hall",
                          screen.address() + "/live?language=" + reader.language.tag(),
                          screen.forum.zone},
                         showing_middle(reader, showing, now));
}

// "The sitting Statements", for whoever may know what it is called.
inline Sentence shows_of(const web::Desk& desk, const NamedScreen& screen)
{
    const Arguments what{{"what", screen.called.words(desk.reader().language)}};
    if (screen.what == NamedScreen::message)
        return tr("Shows the message “{words}”", {{"words", screen.words}});
    if (screen.what == NamedScreen::sitting && !may_point(desk, screen))
        return tr("Shows a sitting of another body");
    if (screen.what == NamedScreen::sitting && !screen.key.empty())
        return tr("Shows {what}", what);
    if (screen.what == NamedScreen::room && !screen.key.empty())
        return tr("Shows whatever sits in {what}", what);
    return tr("Shows nothing");
}

inline std::vector<web::Field> fields_of_screen()
{
    return {web::text("name", tr("Name of the screen"))
                .at_most(100)
                .hinted(tr("Where it stands: Hall left, Foyer."))};
}

// What a screen can be pointed at: "sitting statements", its words.
using Aims = std::vector<std::pair<std::string, std::string>>;

inline Html aim_forms(const web::Desk& desk, const NamedScreen& screen, const Aims& aims)
{
    const auto& reader = desk.reader();
    const auto id = std::to_string(screen.number);
    const auto current = word(screen.what) + " " + screen.key;
    return html(
        reader, "<form class=\"row\" method=\"post\" action=\"", screen.address(), "/aim\">",
        web::csrf_field(desk), "<p><label for=\"shows-", id, "\">", tr("Show"),
        "</label><select id=\"shows-", id, "\" name=\"shows\"><option value=\"nothing\">",
        tr("Nothing"), "</option>",
        each(aims,
             [&](const auto& aim) {
                 return html(reader, "<option value=\"", aim.first, "\"",
                             when(aim.first == current, [&] { return html(reader, " selected"); }),
                             ">", aim.second, "</option>");
             }),
        "</select></p>\n<p><button type=\"submit\" data-kind=\"plain\">", tr("Point the screen"),
        "</button></p></form>\n", when(desk.may(forum::chairs, {}), [&] {
            return html(
                reader, "<form class=\"row\" method=\"post\" action=\"", screen.address(),
                "/aim\">", web::csrf_field(desk),
                "<input type=\"hidden\" name=\"shows\" value=\"message\"><p><label for=\"words-",
                id, "\">", tr("Or a message"), "</label><input type=\"text\" id=\"words-", id,
                "\" name=\"words\" maxlength=\"200\" value=\"",
                screen.what == NamedScreen::message ? screen.words : std::string{},
                "\"></p>\n<p><button type=\"submit\" data-kind=\"plain\">", tr("Show the message"),
                "</button></p></form>\n<form method=\"post\" action=\"", screen.address(),
                "/removal\">", web::csrf_field(desk), "<button type=\"submit\" data-kind=\"end\">",
                tr("Remove the screen"), "</button></form>\n");
        }));
}

inline web::Page screens_page(const web::Desk& desk, const forum::Forum& forum,
                              const std::vector<NamedScreen>& screens, const Aims& aims)
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<h1>", tr("Screens"), "</h1>\n<p class=\"lede\">",
        tr("Open the address of a screen once on the machine behind it. What it shows is pointed "
           "here, and it follows by itself. Nobody has to sign in there."),
        "</p>\n<div class=\"beside\">\n<div class=\"stack\">\n", web::refused_note(desk),
        each(screens,
             [&](const NamedScreen& screen) {
                 return html(
                     reader, "<section class=\"card stack\" id=\"s", screen.number,
                     "\"><h2 class=\"h3\">", screen.name, "</h2>\n<p><a href=\"", screen.address(),
                     "\">", desk.absolute(screen.address()), "</a></p>\n<p>",
                     shows_of(desk, screen), ".</p>\n",
                     when(may_point(desk, screen), [&] { return aim_forms(desk, screen, aims); }),
                     "</section>\n");
             }),
        when(screens.empty(),
             [&] {
                 return html(reader, "<p class=\"empty\">", tr("No screen has a name yet."),
                             "</p>\n");
             }),
        "</div>\n",
        when(desk.may(forum::chairs, {}),
             [&] {
                 return html(reader, "<form class=\"card\" method=\"post\" action=\"",
                             desk.address(), "\">", web::csrf_field(desk), "<h2 class=\"h3\">",
                             tr("One more screen"), "</h2>\n",
                             web::fields_of(desk, fields_of_screen()),
                             "<p><button type=\"submit\">", tr("Name the screen"),
                             "</button></p></form>\n");
             }),
        "</div>\n");
    return {.title = reader.say(tr("Screens")),
            .body = std::move(body),
            .frame = forum::forum_frame(desk, forum, "screens")};
}

// On the console: each screen with one button that brings this sitting there.
inline Html screens_part(const web::Desk& desk, const Hall& hall,
                         const std::vector<NamedScreen>& screens)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<h3>", tr("Screens"), "</h3>\n<ul class=\"list\">",
        each(screens,
             [&](const NamedScreen& screen) {
                 const bool here =
                     screen.what == NamedScreen::sitting && screen.target == hall.sitting;
                 return html(reader, "<li class=\"row far\"><span><a href=\"", screen.address(),
                             "\">", screen.name, "</a><br><span class=\"soft small\">",
                             shows_of(desk, screen), "</span></span>",
                             when(!here && may_point(desk, screen),
                                  [&] {
                                      return html(
                                          reader, "<form method=\"post\" action=\"",
                                          screen.address(), "/aim\">", web::csrf_field(desk),
                                          "<input type=\"hidden\" name=\"back\" value=\"chair\">"
                                          "<button type=\"submit\" data-kind=\"plain\" "
                                          "name=\"shows\" value=\"sitting ",
                                          hall.key, "\">", tr("Show this sitting"),
                                          "</button></form>");
                                  }),
                             "</li>\n");
             }),
        "</ul>\n<p><a href=\"", hall.forum.address(), "/screens\">", tr("Name and point screens"),
        "</a></p>\n");
}

}  // namespace sala::floor
