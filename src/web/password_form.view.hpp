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
            .completed_by("new-password"),
        tick("end_tokens", tr("End the tokens of programs as well"))};
}

struct OwnPassword {
    bool is_set = false;
    bool is_asked_for = false;  // the one until now
    std::int64_t tokens = 0;    // of programs, which go on
};

inline Html about_old_password(const Desk& desk, const OwnPassword& own)
{
    const auto& reader = desk.reader();
    if (own.is_set && !own.is_asked_for)
        return html(reader, "<p>",
                    tr("You have just come in another way, so the password until now is not asked "
                       "for."),
                    "</p>\n");
    return when(own.is_asked_for, [&] {
        return html(reader, "<p class=\"soft\">",
                    tr("You have forgotten it, or somebody else has set it? Sign out and come in "
                       "with a link by e-mail or a passkey; then it is not asked for."),
                    "</p>\n");
    });
}

inline Page password_page(const Desk& desk, const OwnPassword& own)
{
    const auto& reader = desk.reader();
    const auto fields = fields_of_password();
    return door_page(
        desk, own.is_set ? tr("Change the password") : tr("Set a password"),
        html(reader, "<form class=\"stack\" method=\"post\" action=\"/login/mine/password\">\n",
             csrf_field(desk), refused_note(desk),
             when(own.is_asked_for, [&] { return field_of(desk, fields[0]); }),
             about_old_password(desk, own), field_of(desk, fields[1]),
             when(own.tokens > 0, [&] { return field_of(desk, fields[2]); }),
             "<p><button type=\"submit\">", tr("Save the password"),
             "</button></p>\n</form>\n<p class=\"soft\">",
             tr("Every other browser that is signed in with your login is signed out."),
             when(own.tokens > 0,
                  [&] {
                      return html(reader, " ",
                                  tr_count("{count} token of a program goes on unless you end it.",
                                           "{count} tokens of programs go on unless you end them.",
                                           static_cast<std::size_t>(own.tokens)));
                  }),
             "</p>\n"));
}

}  // namespace sala::web
