// SPDX-License-Identifier: Apache-2.0
//
// Somebody would rather get a link by e-mail than type a password; and is told that it is on its
// way, in the same words whether there is such a login or not.

#include "web/sign_in_page.view.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_sign_in_letter()
{
    return {.path = "GET /login/letter",
            .allow = anyone,
            .query = {{.name = "sent", .meaning = "Whether one has just been asked for."}},
            .run = simply(show)};
}

static Html letter_form(const Desk& desk)
{
    const auto& reader = desk.reader();
    return html(reader, "<form class=\"stack\" method=\"post\" action=\"/login/letter\">\n",
                refused_note(desk), fields_of(desk, fields_of_letter()),
                "<p><button type=\"submit\">", tr("Send me a link"), "</button></p>\n</form>\n");
}

Result<Reply> show(Desk& desk)
{
    const bool leaves = desk.house().mail_leaves;
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"letters_leave", leaves}}));
    const auto& reader = desk.reader();
    if (!leaves)
        return desk.show(
            door_page(desk, tr("Get a link by e-mail"),
                      html(reader, "<p>", tr("This server sends no e-mail."),
                           " <a href=\"/login\">", tr("Other ways to sign in"), "</a></p>\n")));
    if (!desk.query("sent").empty())
        return desk.show(door_page(
            desk, tr("Look into your mailbox"),
            html(
                reader, "<p>",
                tr("If somebody with this address may sign in here, a letter with a link is on its "
                   "way. The link works once, for 15 minutes, best in this browser."),
                "</p>\n<p>", letters_that_are_there(), "</p>\n<p><a href=\"/login/letter\">",
                tr("Ask again"), "</a></p>\n")));
    return desk.show(door_page(desk, tr("Get a link by e-mail"), letter_form(desk)));
}

}  // namespace sala::web
