// SPDX-License-Identifier: Apache-2.0
//
// The door: the ways in that this server has, and the narrow card in which each is asked for.

#pragma once

#include "web/field.view.hpp"
#include "web/frame.hpp"
#include "web/passkey_place.hpp"

namespace sala::web {

inline std::vector<Field> fields_of_password_sign_in()
{
    return {text("address", tr("E-mail address")).at_most(254).completed_by("username"),
            secret("password", tr("Password")).completed_by("current-password")};
}

inline std::vector<Field> fields_of_letter()
{
    return {text("address", tr("E-mail address")).at_most(254).completed_by("username")};
}

// Beneath the word that a letter is on its way.
inline Sentence letters_that_are_there()
{
    return tr("If you have asked several times, look for the newest letter: while three links are "
              "good, no more are sent.");
}

// A card in the middle of the page; `inside` begins with its heading's text beneath.
inline Page door_page(const Desk& desk, const Sentence& title, const Html& inside)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(title),
            .body = html(reader, "<div class=\"narrow\">\n<div class=\"card door stack\">\n<h1>",
                         title, "</h1>\n", inside, "</div>\n</div>\n")};
}

// Why, and where it works: this page at the server's https address, when it has been told that one.
inline Html signing_in_is_off(const Desk& desk)
{
    const auto& reader = desk.reader();
    const auto there = desk.absolute(desk.address());
    return html(reader, "<div class=\"note\" data-is=\"conflict\"><h2>",
                tr("Signing in is off here"), "</h2><p>",
                tr("This connection is not encrypted. Open this server's https address, or use the "
                   "machine it runs on."),
                "</p>",
                when(there.starts_with("https://"),
                     [&] {
                         return html(reader, "<p><a href=\"", there, "\">",
                                     tr("Open this page over https"), "</a></p>");
                     }),
                "</div>\n");
}

inline Html password_form(const Desk& desk)
{
    const auto& reader = desk.reader();
    return html(reader, "<form class=\"stack\" method=\"post\" action=\"/login\">\n",
                refused_note(desk), fields_of(desk, fields_of_password_sign_in()),
                "<p><button type=\"submit\">", tr("Sign in"), "</button></p>\n</form>\n");
}

inline Html other_ways(const Desk& desk, const std::string& provider)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<ul class=\"list\">\n",
        when(passkey_place(desk.house().public_url).has_value(),
             [&] {
                 return html(reader, "<li><a href=\"/login/passkey\">",
                             tr("Sign in with a passkey"), "</a></li>\n");
             }),
        when(desk.house().mail_leaves,
             [&] {
                 return html(reader, "<li><a href=\"/login/letter\">",
                             tr("Get a link by e-mail, without a password"), "</a></li>\n");
             }),
        when(!provider.empty(),
             [&] {
                 return html(reader, "<li><form method=\"post\" action=\"/login/provider\">",
                             "<button type=\"submit\" data-kind=\"plain\">",
                             tr("Sign in with {provider}", {{"provider", provider}}),
                             "</button></form></li>\n");
             }),
        "<li>",
        tr("Whoever looks after the server prints a link for the secretariat, good once and for 15 "
           "minutes:"),
        " <code>sala sign-in</code></li>\n</ul>\n");
}

}  // namespace sala::web
