// SPDX-License-Identifier: Apache-2.0
//
// The three faces of the page about codes: to begin, to type the first one, to take them away.

#pragma once

#include "web/code_key.view.hpp"
#include "web/sign_in_page.view.hpp"

namespace sala::web {

inline Html begin_code_form(const Desk& desk)
{
    const auto& reader = desk.reader();
    return html(reader, "<p>",
                tr("With a code as well, a stolen password opens nothing. You need an app on your "
                   "telephone "
                   "that shows codes, such as Aegis, FreeOTP or the one of your password keeper."),
                "</p>\n<form method=\"post\" action=\"/login/mine/code/begin\">\n",
                csrf_field(desk), "<p><button type=\"submit\">", tr("Set up codes"),
                "</button></p>\n</form>\n");
}

inline Html confirm_code_form(const Desk& desk, const std::string& key)
{
    const auto& reader = desk.reader();
    const auto field =
        secret("code", tr("The code that your app shows now")).completed_by("one-time-code");
    return html(reader, "<ol class=\"points\">\n<li>", key_to_take(desk, key), "</li>\n<li><p>",
                tr("Type the six digits that it shows."),
                "</p></li>\n</ol>\n<form class=\"stack\" method=\"post\" "
                "action=\"/login/mine/code\">\n",
                csrf_field(desk), refused_note(desk), field_of(desk, field),
                "<p><button type=\"submit\">", tr("Sign in with codes from now on"),
                "</button></p>\n</form>\n");
}

// `is_needed`: without it the role of a secretary would sleep, so it is not offered to end it.
inline Html remove_code_form(const Desk& desk, bool is_needed)
{
    const auto& reader = desk.reader();
    const auto field =
        secret("code", tr("A code of now, or a recovery code")).completed_by("one-time-code");
    return html(
        reader, "<p>", tr("When you sign in you are asked for a code."),
        "</p>\n<p><a class=\"button\" href=\"/login/mine/code/anew\">",
        tr("Begin anew with another telephone"), "</a></p>\n",
        when(is_needed,
             [&] {
                 return html(
                     reader, "<p class=\"soft\">",
                     tr("The secretariat of this server signs in with a code, so yours can be "
                        "changed and not taken away."),
                     "</p>\n");
             }),
        when(!is_needed, [&] {
            return html(reader,
                        "<form class=\"stack\" method=\"post\" "
                        "action=\"/login/mine/code/remove\">\n",
                        csrf_field(desk), field_of(desk, field),
                        "<p><button type=\"submit\" data-kind=\"end\">",
                        tr("No longer ask for a code"), "</button></p>\n</form>\n");
        }));
}

// For the secretariat of a server that asks it for codes.
inline Html code_needed(const Reader& reader, bool has_passkey)
{
    return html(reader, "<p class=\"note\">",
                tr("The secretariat of this server signs in with a code. Until you do, your "
                   "role in it sleeps."),
                " ",
                has_passkey
                    ? html(reader, tr("Your passkey counts as one: sign out and in again with "
                                      "it."))
                    : html(reader, "<a href=\"/login/mine/passkeys\">",
                           tr("A passkey counts as one."), "</a>"),
                "</p>\n");
}

}  // namespace sala::web
