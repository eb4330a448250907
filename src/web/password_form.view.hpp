// SPDX-License-Identifier: Apache-2.0
//
// The form in which somebody sets or changes their password.

#pragma once

#include "web/password.hpp"
#include "web/sign_in_page.view.hpp"

namespace sala::web {

inline std::vector<Field> fields_of_password()
{
    return {
        secret("current", tr("Your password until now"))
            .optional()
            .completed_by("current-password"),
        secret("password", tr("New password"))
            .at_most(static_cast<std::int64_t>(password_letters_max))
            .hinted(tr("Twelve letters or more; three or four words that have nothing to do with "
                       "one another are easy to remember and hard to guess."))
            .completed_by("new-password")};
}

inline Page password_page(const Desk& desk, bool has_one)
{
    const auto& reader = desk.reader();
    const auto fields = fields_of_password();
    return door_page(
        desk, has_one ? tr("Change the password") : tr("Set a password"),
        html(reader, "<form class=\"stack\" method=\"post\" action=\"/login/mine/password\">\n",
             csrf_field(desk), refused_note(desk),
             when(has_one, [&] { return field_of(desk, fields[0]); }), field_of(desk, fields[1]),
             "<p><button type=\"submit\">", tr("Save the password"),
             "</button></p>\n</form>\n<p class=\"soft\">",
             tr("Every other browser that is signed in with your login is signed out."), "</p>\n"));
}

}  // namespace sala::web
